import type { components as english } from '../en/components';
import type { Translation } from '../types';

export const components: Translation<typeof english> = {
  bytes_one: '{{count, number}} Byte',
  bytes_other: '{{count, number}} Byte',
  ago: {
    now: 'gerade eben',
    minutes_one: 'vor {{count, number}} Minute',
    minutes_other: 'vor {{count, number}} Minuten',
    hours_one: 'vor {{count, number}} Stunde',
    hours_other: 'vor {{count, number}} Stunden',
    days_one: 'vor {{count, number}} Tag',
    days_other: 'vor {{count, number}} Tagen',
  },
  environment: {
    production: 'Produktion',
    'non-production': 'Nicht-Produktion',
    unspecified: 'Nicht angegeben',
  },
  environmentShort: {
    production: 'PROD',
    'non-production': 'NICHT-PROD',
    unspecified: '—',
  },
  environmentTitle: 'Umgebung: {{name}}',
  withHidden: '{{label}} ({{count, number}} verborgen)',
  archived: {
    title: 'Archiviert: nur zum Lesen.',
    since: 'Seit {{time}} bleibt alles, wie es ist; die Nachweise lassen sich weiterhin ansehen und exportieren.',
  },
  cancel: 'Abbrechen',
  close: 'Schließen',
  tryAgain: 'Erneut versuchen',
  aboutError: 'Mehr zu diesem Fehler',
  reason: 'Grund: {{reason}}',
  copied: 'Kopiert',
  copiedWhat: '{{what}} kopiert',
  copyWhat: '{{what}} kopieren',
  notices: 'Meldungen',
  dismiss: 'Schließen: {{title}}',
  keys: {
    ctrl: 'Strg',
    alt: 'Alt',
    shift: 'Umschalt',
    pageUp: 'Bild↑',
    pageDown: 'Bild↓',
    home: 'Pos1',
    end: 'Ende',
    space: 'Leertaste',
  },
};
