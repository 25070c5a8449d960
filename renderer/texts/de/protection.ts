import type { protection as english } from '../en/protection';
import type { Translation } from '../types';

export const protection: Translation<typeof english> = {
  lock: {
    title: 'Tickmark ist gesperrt',
    passphrase: 'Passphrase',
    recoveryCode: 'Wiederherstellungscode',
    recoveryHelp: 'Acht Gruppen zu vier Zeichen, gezeigt beim Einschalten der Verschlüsselung.',
    unlock: 'Entsperren',
    useRecovery: 'Wiederherstellungscode verwenden',
    usePassphrase: 'Passphrase verwenden',
    useKeychain: 'Schlüsselbund fragen',
    failed: 'Tickmark bleibt gesperrt',
  },
  settings: {
    title: 'Schutz',
    off: 'Datenbestand und Nachweise liegen unverschlüsselt im Datenordner: Wer Ihre Dateien lesen kann, kann auch sie lesen. Die Festplattenverschlüsselung des Laptops ist der erste Schutz; dies ist ein zweiter.',
    on: 'Datenbestand und Nachweise sind verschlüsselt. Der Schlüssel liegt im Schlüsselbund des Systems; exportierte Pakete sind unverschlüsselt, wie der Mandant sie braucht.',
    turningOff: 'Die Verschlüsselung wird ausgeschaltet. Schalten Sie sie noch einmal aus, um das abzuschließen.',
    encrypt: 'Datenbestand und Nachweise verschlüsseln',
    decrypt: 'Verschlüsselung ausschalten',
    decryptTitle: 'Verschlüsselung ausschalten?',
    decryptBody:
      'Datenbestand, Sicherungen und Nachweise werden wieder unverschlüsselt geschrieben. Alles bleibt erhalten.',
    passphrase: 'Passphrase (freiwillig)',
    passphraseHelp:
      'Wird bei jedem Start und nach jeder Sperre verlangt. Ohne sie kann jeder Tickmark öffnen, der Ihren Schlüsselbund öffnen kann.',
    changePassphrase: 'Passphrase setzen',
    newPassphrase: 'Neue Passphrase',
    removePassphrase: 'Passphrase entfernen',
    passphraseSet: 'Die Passphrase wurde gesetzt',
    passphraseRemoved: 'Die Passphrase wurde entfernt',
    renew: 'Neuer Wiederherstellungscode',
    failed: 'Es wurde nichts geändert',
    decrypted: 'Die Verschlüsselung wurde ausgeschaltet',
  },
  code: {
    title: 'Ihr Wiederherstellungscode',
    body: 'Geht der Schlüsselbund verloren, öffnet nur dieser Code Ihre Daten. Er wird nur dieses eine Mal gezeigt: Schreiben Sie ihn auf, und bewahren Sie ihn getrennt vom Laptop auf.',
    written: 'Ich habe ihn aufgeschrieben',
    close: 'Schließen',
  },
  autoLock: {
    title: 'Von selbst sperren',
    after: 'Nach Minuten ohne Taste oder Maus',
    afterHelp: '0: nie',
    withScreen: 'Wenn der Bildschirm gesperrt wird oder der Rechner in den Ruhezustand geht',
    now: 'Jetzt sperren',
    running: 'Was läuft, läuft weiter und bleibt erhalten. Für die Sitzung behaltene Geheimnisse werden vergessen.',
    notSaved: 'Die Sperre wurde nicht geändert',
  },
};
