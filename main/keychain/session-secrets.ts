/** Secrets a person chose to keep for this session only: in memory, by connector and field. */
export interface SessionSecrets {
  set(connectorId: number, field: string, secret: string): void;
  /** All of one connector, by field. */
  get(connectorId: number): Record<string, string>;
  remove(connectorId: number, field: string): void;
  removeAll(connectorId: number): void;
}

export const createSessionSecrets = (): SessionSecrets => {
  const byConnector = new Map<number, Map<string, string>>();

  return {
    set: (connectorId, field, secret) => {
      const fields = byConnector.get(connectorId) ?? new Map<string, string>();
      byConnector.set(connectorId, fields.set(field, secret));
    },
    get: (connectorId) => Object.fromEntries(byConnector.get(connectorId) ?? []),
    remove: (connectorId, field) => {
      byConnector.get(connectorId)?.delete(field);
    },
    removeAll: (connectorId) => {
      byConnector.delete(connectorId);
    },
  };
};
