import type { storeProblem as english } from '../en/store-problem';
import type { Translation } from '../types';

export const storeProblem: Translation<typeof english> = {
  ready: {
    title: 'Der Datenbestand ist bereit',
    kept: 'Alles.',
    next: 'Machen Sie weiter.',
  },
  newer: {
    title: 'Dieser Datenbestand gehört zu einem neueren Tickmark',
    kept: 'Der Datenbestand wurde nicht zum Schreiben geöffnet und ist genau so, wie ihn die neuere Version hinterlassen hat.',
    next: 'Installieren Sie die neuere Version wieder. Eine Sicherung unten stammt aus der Zeit vor der Umstellung; ihr fehlt, was seitdem getan wurde.',
  },
  damaged: {
    title: 'Der Datenbestand ist beschädigt',
    kept: 'Die beschädigte Datei blieb, wie sie ist. Nachweisdateien und Geheimnisse liegen getrennt von ihr.',
    next: 'Kopieren Sie den Datenordner an einen sicheren Ort und stellen Sie dann die letzte Sicherung unten wieder her.',
  },
  'entries-missing': {
    title: 'Dem Protokoll fehlen bestätigte Einträge',
    kept: 'Der Datenbestand und seine Protokolldateien blieben, wie sie sind. Nachweisdateien und Geheimnisse liegen getrennt von ihnen.',
    next: 'Haben Sie eine neuere Kopie des Datenordners, schließen Sie Tickmark und legen Sie sie zurück. Andernfalls machen Sie ohne das Fehlende weiter: Die Dateien bleiben neben dem Datenbestand erhalten, wie sie sind, und das Protokoll sagt, dass Einträge fehlen.',
  },
  'migration-failed': {
    title: 'Der Datenbestand konnte nicht umgestellt werden',
    kept: 'Die Umstellung wurde rückgängig gemacht: Der Datenbestand ist wie vor diesem Start, und eine Sicherung davon wurde angelegt.',
    next: 'Versuchen Sie, ihn erneut zu öffnen. Misslingt auch das, arbeiten Sie mit der Version davor weiter; Ihre Daten passen zu ihr.',
  },
  unavailable: {
    title: 'Der Datenbestand kann nicht geöffnet werden',
    kept: 'Es wurde nichts geändert.',
    next: 'Schließen Sie andere Fenster von Tickmark und prüfen Sie, ob der Datenordner vorhanden und beschreibbar ist und freien Platz hat.',
  },
  upgrading: {
    title: 'Der Datenbestand wird auf diese Version umgestellt',
    kept: 'Der Datenbestand der früheren Version bleibt unberührt, bis sein Nachfolger vollständig ist.',
    next: 'Warten Sie. Bittet der Schlüsselbund darum, entsperren Sie ihn: Geheimnisse, die im Klartext standen, kommen zuerst dorthin.',
  },
  'upgrade-stopped': {
    title: 'Der Datenbestand konnte nicht auf diese Version umgestellt werden',
    kept: 'Der Datenbestand ist, wie ihn die frühere Version hinterlassen hat. Geheimnisse, die schon im Schlüsselbund sind, werden wiedergefunden.',
    next: 'Tun Sie, was oben steht, und versuchen Sie erneut, ihn zu öffnen; es geht dort weiter, wo es aufhörte.',
  },
  unreadable: 'Der Zustand des Datenbestands konnte nicht gelesen werden',
  cantOpen: 'Tickmark kann seine Daten nicht öffnen',
  keptTitle: 'Was erhalten blieb',
  nextTitle: 'Was Sie tun können',
  dataFolder: 'Datenordner',
  openAgain: 'Erneut öffnen',
  goOn: 'Ohne sie weitermachen',
  backups: {
    title: 'Sicherungen',
    none: 'Im Datenordner ist keine Sicherung.',
    failed: 'Die Sicherung wurde nicht wiederhergestellt',
    kept: 'Der Datenbestand und alle Sicherungen sind unverändert.',
    restoreOf: 'Sicherung vom {{time}} wiederherstellen',
    restore: 'Wiederherstellen…',
  },
  restore: {
    title: 'Diese Sicherung wiederherstellen?',
    body: 'Der Datenbestand wird wieder so, wie er am {{time}} war. Die jetzige Datei bleibt daneben erhalten, es geht also nichts verloren; was seitdem getan wurde, fehlt im wiederhergestellten Bestand.',
    confirm: 'Sicherung wiederherstellen',
  },
};
