import type { tour as english } from '../en/tour';
import type { Translation } from '../types';

export const tour: Translation<typeof english> = {
  title: 'Rundgang',
  place: 'Station {{stop}} von {{stops}}',
  leave: 'Rundgang verlassen',
  back: 'Zurück',
  next: 'Weiter',
  done: 'Fertig',
  stops: {
    connectors: {
      title: 'Viele Verbindungen, jede mit Namen',
      text: 'Hier stehen alle Systeme, die antworten können: Zwei der gleichen Art sind zwei Verbindungen. Testen Sie eine, dann sehen Sie, welches System antwortet und ob die Anmeldung schreiben dürfte.',
    },
    analysis: {
      title: 'Jede Frage, genau eine Verbindung',
      text: 'Wählen Sie eine Systemart und dann eine ihrer Verbindungen. Gibt es mehrere, wird keine für Sie gewählt; die Abfrage der Frage steht darunter.',
    },
    execution: {
      title: 'Was gezeigt wird, läuft',
      text: '„$t(preflight:bar.check)“ zeigt Verbindung, Umgebung, Zielsystem, Abfrage und ob sie laufen darf, ohne einen Server anzusprechen. Produktion muss bestätigt werden, bevor etwas beginnt.',
    },
    evidence: {
      title: 'Versiegelte Nachweise in einer Datei',
      text: 'Jede Ausführung hinterlässt ein Ergebnis mit seinem Hash. Das Paket enthält alle mit einem Manifest, und jeder kann es ohne Tickmark prüfen.',
    },
    auditLog: {
      title: 'Ein Protokoll, das niemand unbemerkt ändert',
      text: 'Jede Änderung und jede Ausführung steht hier, jeder Eintrag mit dem vorigen verkettet. „$t(audit-log:verify)“ rechnet die ganze Kette nach.',
    },
  },
};
