import { create } from 'zustand';
import type { Connector } from '../../../preload/contract';
import { confirmDiscard, useNavigation } from '../../app/navigation';
import { dismissPassingNotices } from '../../components/notices-store';
import { textsOf } from '../../texts';

const t = textsOf('settings');

/** What the connector form was opened for. */
export type ConnectorFormPurpose =
  | {
      mode: 'create';
      ciId: string;
      /** The tool type to start with; the person may choose another. */
      connectorType?: string;
      applicationId?: number;
      onSaved?: (connector: Connector) => void;
    }
  | { mode: 'edit'; connector: Connector; onSaved?: (connector: Connector) => void };

interface ConnectorFormState {
  open: boolean;
  purpose: ConnectorFormPurpose | null;
  /** Counts openings, so that each starts with a fresh form. */
  opening: number;
  unsaved: boolean;
}

export const useConnectorForm = create<ConnectorFormState>(() => ({
  open: false,
  purpose: null,
  opening: 0,
  unsaved: false,
}));

/** Opens the connector form beside the current page; `onSaved` hears of the connector after it was stored. */
export const openConnectorForm = (purpose: ConnectorFormPurpose): void => {
  dismissPassingNotices();
  useConnectorForm.setState((state) => ({ open: true, purpose, opening: state.opening + 1, unsaved: false }));
};

// What it was opened for stays while the form slides out.
export const closeConnectorForm = (): void => useConnectorForm.setState({ open: false, unsaved: false });

export const setFormUnsaved = (unsaved: boolean): void => useConnectorForm.setState({ unsaved });

/** Closes the form, after asking when something would be lost. */
export const requestCloseConnectorForm = async (): Promise<void> => {
  const { unsaved } = useConnectorForm.getState();
  if (!unsaved || (await confirmDiscard(t('form.unsavedWhat')))) closeConnectorForm();
};

// The form belongs to the page it was opened on.
useNavigation.subscribe((state, before) => {
  if (state.route !== before.route) closeConnectorForm();
});
