/**
 * The words behind the suggestions, as data: `topics.json` here, and `vocabulary.json` in each tool type's folder. They are
 * described in docs/suggestions.md.
 */
import { z } from 'zod';
import { toolTypes } from '../connectors/registry';
import { createLexicon, type Entry, type Lexicon } from './lexicon';
import topicsFile from './topics.json';

const weights = z.record(z.string().regex(/^[^A-Z]+$/), z.number().positive());

const topicsSchema = z.record(z.string(), z.strictObject({ called: z.string(), words: weights }));

const vocabularySchema = z.strictObject({
  /** Names of the product: a question that has one means that tool type. */
  names: z.array(z.string()),
  /** Words that speak for this tool type, whatever the topic is. */
  words: weights,
  /** Those of its words that speak for a topic, too. */
  topics: z.record(z.string(), z.array(z.string())),
  /** How well this tool type answers a topic, from 0 to 1. */
  answers: z.record(z.string(), z.number().min(0).max(1)),
});

/** What a phrase speaks for. */
export type Meaning = { topic: string; weight: number } | { toolType: string; weight: number; isName: boolean };

export interface Vocabulary {
  /** Topics by name, with what they are called in a reason. */
  topics: ReadonlyMap<string, string>;
  /** How well each tool type answers each topic. */
  answers: ReadonlyMap<string, Readonly<Record<string, number>>>;
  lexicon: Lexicon<Meaning>;
}

/** What a product's name counts for: more than any topic's words. */
const nameWeight = 10;

let vocabulary: Vocabulary | undefined;

/** The vocabulary of all topics and tool types, read once. It is checked by the tests, so a fault in it is a bug. */
export const readVocabulary = (): Vocabulary => {
  vocabulary ??= createVocabulary();
  return vocabulary;
};

const createVocabulary = (): Vocabulary => {
  const topics = topicsSchema.parse(topicsFile);
  const answers = new Map<string, Record<string, number>>();
  const entries: Entry<Meaning>[] = Object.entries(topics).flatMap(([topic, { words }]) =>
    Object.entries(words).map(([phrase, weight]) => ({ phrase, meaning: { topic, weight } })),
  );
  for (const { type: toolType, vocabulary: own } of toolTypes) {
    if (!own) continue;
    const { names, words, topics: spokenFor, answers: answered } = vocabularySchema.parse(own);
    answers.set(toolType, answered);
    for (const phrase of names) entries.push({ phrase, meaning: { toolType, weight: nameWeight, isName: true } });
    for (const [phrase, weight] of Object.entries(words)) {
      entries.push({ phrase, meaning: { toolType, weight, isName: false } });
      for (const [topic, phrases] of Object.entries(spokenFor)) {
        if (phrases.includes(phrase)) entries.push({ phrase, meaning: { topic, weight } });
      }
    }
  }
  const called = Object.entries(topics).map(([name, topic]) => [name, topic.called] as const);
  return { topics: new Map(called), answers, lexicon: createLexicon(entries) };
};
