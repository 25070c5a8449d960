import type { Random } from './random';

const firstNames = [
  ...['Anna', 'Amélie', 'Aylin', 'Beatriz', 'Björn', 'Carlos', 'Chiara', 'Claire', 'Daniel', 'Dimitri', 'Elif', 'Emma'],
  ...['Fatima', 'Felix', 'Grace', 'Hannah', 'Hugo', 'Ingrid', 'Isabel', 'Jakub', 'James', 'Jonas', 'José', 'Julia'],
  ...['Karim', 'Katarzyna', 'Lars', 'Laura', 'Léa', 'Lucas', 'Maja', 'Marco', 'María', 'Mehmet', 'Mia', 'Michał'],
  ...['Nadia', 'Niklas', 'Nora', 'Oliver', 'Olga', 'Paolo', 'Paul', 'Petra', 'Priya', 'Rafael', 'Renée', 'Samuel'],
  ...['Sara', 'Sofia', 'Søren', 'Stefan', 'Theo', 'Tomáš', 'Ursula', 'Valentina', 'Viktor', 'Wei', 'Yara', 'Zoë'],
];

const lastNames = [
  ...['Adler', 'Almeida', 'Andersson', 'Bakker', 'Baumann', 'Becker', 'Bianchi', 'Blanc', 'Brandt', 'Castillo'],
  ...['Černý', 'Demir', 'Dubois', 'Eriksen', 'Fernández', 'Fischer', 'Fontaine', 'Gallo', 'García', 'Haas', 'Hansen'],
  ...['Hoffmann', 'Horváth', 'Ivanova', 'Jansen', 'Jensen', 'Kaya', 'Keller', 'Kowalska', 'Krüger', 'Lambert', 'Lange'],
  ...['Larsen', 'Lehmann', 'Lindqvist', 'Lopes', 'Marino', 'Martin', 'Meyer', 'Moreau', 'Müller', 'Nguyen', 'Novák'],
  ...['Nowak', 'Olsen', 'O’Brien', 'Patel', 'Pereira', 'Petrov', 'Ricci', 'Romero', 'Roux', 'Sánchez', 'Schmidt'],
  ...['Schröder', 'Silva', 'Singh', 'Smit', 'Taylor', 'van Dijk', 'Vogel', 'Weber', 'Wójcik', 'Yılmaz', 'Zimmermann'],
];

export interface Person {
  fullName: string;
  /** Unique among the people made together: `a.mueller`, `a.mueller2`. */
  userName: string;
}

const spelledOut: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'o', ł: 'l', ı: 'i' };

const toLogin = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[äöüøłı]/g, (letter) => spelledOut[letter] ?? letter)
    .normalize('NFD')
    .replace(/[^a-z]/g, '');

export const createPeople = (random: Random, count: number): Person[] => {
  const used = new Map<string, number>();
  return Array.from({ length: count }, () => {
    const first = random.pick(firstNames);
    const last = random.pick(lastNames);
    const stem = `${toLogin(first).charAt(0)}.${toLogin(last)}`;
    const repeat = (used.get(stem) ?? 0) + 1;
    used.set(stem, repeat);
    return { fullName: `${first} ${last}`, userName: repeat === 1 ? stem : `${stem}${repeat}` };
  });
};
