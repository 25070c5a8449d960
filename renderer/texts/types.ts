/** The types that turn a catalogue of texts into keys and the values each one needs. */

type PluralSuffix = '_one' | '_other';

type Leaf<Name extends string> = Name extends `${infer Base}${PluralSuffix}` ? Base : Name;

/** `a`, `b.c`, and for a text with plurals its name without `_one` and `_other`. */
export type Key<Texts> = {
  [Name in keyof Texts & string]: Texts[Name] extends string ? Leaf<Name> : `${Name}.${Key<Texts[Name]>}`;
}[keyof Texts & string];

type TextAt<Texts, K> = K extends `${infer Group}.${infer Rest}`
  ? Group extends keyof Texts
    ? TextAt<Texts[Group], Rest>
    : never
  : K extends keyof Texts
    ? Texts[K]
    : K extends string
      ? `${K}_other` extends keyof Texts
        ? Texts[`${K}_other`]
        : never
      : never;

type NameOf<Placeholder extends string> = Placeholder extends `${infer Name}, ${string}` ? Name : Placeholder;

type Names<Text> = Text extends `${string}{{${infer Placeholder}}}${infer Rest}`
  ? NameOf<Placeholder> | Names<Rest>
  : never;

type Value<Name> = Name extends 'count' ? number : string | number;

/** What has to be given for a text: nothing, or one value for each of its placeholders. */
export type Values<Texts, K> = [Names<TextAt<Texts, K>>] extends [never]
  ? []
  : [values: { [Name in Names<TextAt<Texts, K>>]: Value<Name> }];

/** The same keys with other words: what every language but English has to have. */
export type Translation<Texts> = {
  [Name in keyof Texts]: Texts[Name] extends string ? string : Translation<Texts[Name]>;
};
