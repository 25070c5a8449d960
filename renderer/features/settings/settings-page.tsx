import type { ComponentType } from 'react';
import type { SettingsSection } from '../../app/navigation';
import { AboutPage } from './about-page';
import { ConnectorsPage } from './connectors-page';
import { PreferencesPage } from './preferences-page';

const sections: Record<SettingsSection, ComponentType<{ ciId?: string }>> = {
  connectors: ConnectorsPage,
  preferences: PreferencesPage,
  about: AboutPage,
};

export const SettingsPage = ({ section, ciId }: { section: SettingsSection; ciId?: string }) => {
  const Section = sections[section];
  return <Section ciId={ciId} />;
};
