import type { execution as english } from '../en/execution';
import type { Translation } from '../types';

export const execution: Translation<typeof english> = {
  held: {
    title_one: '{{count, number}} Ausführung hat gewartet, als Tickmark beendet wurde',
    title_other: '{{count, number}} Ausführungen haben gewartet, als Tickmark beendet wurde',
    body: 'Von selbst läuft hier nichts. Beim Fortsetzen wird zuerst geprüft, ob Verbindung, Abfrage und Urteil darüber noch so sind, wie Sie sie gesehen haben.',
    production: 'Darunter ist Produktion: {{names}}.',
    resume_one: '{{count, number}} Ausführung fortsetzen',
    resume_other: '{{count, number}} Ausführungen fortsetzen',
    cancel: 'Stattdessen abbrechen',
    status: 'Angehalten',
    notResumed: 'Die Ausführungen konnten nicht fortgesetzt werden',
    notResumedKept: 'Sie warten weiter.',
    refused_one: '{{count, number}} Ausführung wurde nicht fortgesetzt',
    refused_other: '{{count, number}} Ausführungen wurden nicht fortgesetzt',
    refusedHint: 'Noch einmal prüfen, ansehen, dann starten.',
  },
  retry: 'Nicht erreicht, Versuch {{attempt, number}} von {{attempts, number}}',
};
