import type { ComponentType } from 'react';
import type { SettingsSection } from '../../app/navigation';
import { AboutPage } from './about-page';
import { ConnectorsPage } from './connectors-page';
import { PreferencesPage } from './preferences-page';

interface SectionProps {
  /** The CI, and of it the connector, that another page sent the person to. */
  ciId?: string;
  connectorId?: number;
}

const sections: Record<SettingsSection, ComponentType<SectionProps>> = {
  connectors: ConnectorsPage,
  preferences: PreferencesPage,
  about: AboutPage,
};

export const SettingsPage = ({ section, ...asked }: SectionProps & { section: SettingsSection }) => {
  const Section = sections[section];
  return <Section {...asked} />;
};
