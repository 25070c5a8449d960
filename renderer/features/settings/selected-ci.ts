import { useEffect } from 'react';
import { create } from 'zustand';
import { currentApplication, useCurrentApplication } from '../../app/current-application';
import { useConnectors } from './connectors-store';

/** The CI that the person chose last, while one audit was current: with another audit it would be a wrong guess. */
const useChosenCi = create<{ ciId?: string; applicationId?: number }>(() => ({}));

const selectCi = (ciId: string): void => useChosenCi.setState({ ciId, applicationId: currentApplication()?.id });

/** The CI whose connectors are shown, chosen or else the likeliest one, and how to choose another. */
export const useSelectedCi = (asked: string | undefined): [string | undefined, (ciId: string) => void] => {
  useEffect(() => {
    if (asked !== undefined) selectCi(asked);
  }, [asked]);
  const current = useCurrentApplication();
  const chosen = useChosenCi((state) => (state.applicationId === current?.id ? state.ciId : undefined));
  const first = useConnectors((state) => (state.cis.find((ci) => ci.connectors > 0) ?? state.cis[0])?.ciId);
  return [chosen ?? current?.ciId ?? first, selectCi];
};
