/**
 * Which tool type a question is for, by its words. Deterministic and offline: words speak for topics and for tool types,
 * tool types answer topics more or less well, and those that the CI has connectors of come first.
 */
import { findMatches } from './lexicon';
import { type Meaning, readVocabulary, type Vocabulary } from './vocabulary';

export interface AskedQuestion {
  process: string;
  subProcess: string;
  question: string;
}

export interface Suggestion {
  /** Null: unsure, a person chooses. */
  toolType: string | null;
  topic: string | null;
  /** From 0 to 1, two decimals. */
  confidence: number;
  /** Why, in a sentence; what it found stands between asterisks. */
  reason: string;
}

/** Below this, no tool type is suggested. */
export const leastConfidence = 0.5;

/** Process and sub-process say what a question is about, but less than its own words. */
const headingWeight = 0.35;
/** What speaks for a tool type counts less where the CI has connectors, but none of it, and where it has none at all. */
const elsewhereFactor = 0.55;
const noConnectorsFactor = 0.5;
/** A score that leaves no doubt about the topic. */
const fullScore = 3;
/** The lead over the next best, as a part of the score, that leaves no doubt about the tool type. */
const fullLead = 0.35;
const fullLeadElsewhere = 0.7;
/** Tool types that come this close to the best are named as candidates. */
const candidateRange = 0.3;
/** The topic of questions that ask for words of people instead of data. */
const askingPeople = 'people';

interface Evidence {
  found: string;
  meaning: Meaning;
  weight: number;
}

interface Score {
  toolType: string;
  points: number;
  onCi: boolean;
  /** On the CI, or named by the question. */
  isFamiliar: boolean;
}

/** What the last tests of a tool type's connectors found: one was reached, or all failed. Others are missing here. */
export type TestedTypes = ReadonlyMap<string, 'reached' | 'failed'>;

const noneTested: TestedTypes = new Map();

/** The suggestion for one question of an application whose CI has connectors of these tool types. */
export const suggestToolType = (
  asked: AskedQuestion,
  connectorTypes: ReadonlySet<string>,
  tested: TestedTypes = noneTested,
): Suggestion => {
  const vocabulary = readVocabulary();
  const evidence = readEvidence(asked, vocabulary);
  const topics = scoreTopics(evidence);
  const scores = withoutFailed(scoreToolTypes(evidence, topics, connectorTypes, vocabulary), tested);
  const [best, next] = scores;
  if (!best || best.points === 0) return unsure(0, 'no word of it names a system or a topic that Tickmark knows');
  if ((topics.get(askingPeople) ?? 0) > best.points) {
    return unsure(0.1, `${quoted(foundFor(evidence, askingPeople))} asks for words of people, which no system holds`);
  }
  const confidence = confidenceOf(best, next?.points ?? 0);
  const topic = bestTopic(topics, vocabulary.answers.get(best.toolType));
  if (confidence >= leastConfidence) {
    return { toolType: best.toolType, topic, confidence, reason: reasonFor(best, topic, evidence, vocabulary) };
  }
  return { ...unsure(confidence, reasonAgainst(scores, topic, evidence, vocabulary)), topic };
};

/** What a question's own words ask for, of the topics that a tool type answers. */
export const topicFor = (question: string, toolType: string): string | null => {
  const vocabulary = readVocabulary();
  const evidence = readEvidence({ question, process: '', subProcess: '' }, vocabulary);
  return bestTopic(scoreTopics(evidence), vocabulary.answers.get(toolType));
};

/** Without a connector on the CI, and unless its name is there, a tool type has to be far ahead of the others. */
const confidenceOf = ({ points, isFamiliar }: Score, next: number): number => {
  const lead = (points - next) / points;
  const strength = Math.min(1, points / fullScore);
  return rounded(
    strength * (isFamiliar ? 0.4 + 0.6 * Math.min(1, lead / fullLead) : Math.min(1, lead / fullLeadElsewhere)),
  );
};

const unsure = (confidence: number, because: string): Suggestion => ({
  toolType: null,
  topic: null,
  confidence,
  reason: `Unsure: ${because}.`,
});

const rounded = (value: number): number => Math.round(value * 100) / 100;

/** Each meaning of each phrase once, with the most that it counts for. */
const readEvidence = ({ process, subProcess, question }: AskedQuestion, { lexicon }: Vocabulary): Evidence[] => {
  const evidence: Evidence[] = [];
  const seen = new Set<string>();
  const read = (text: string, factor: number) => {
    for (const { found, meanings } of findMatches(lexicon, text)) {
      if (seen.has(found.toLowerCase())) continue;
      seen.add(found.toLowerCase());
      for (const meaning of meanings) evidence.push({ found, meaning, weight: meaning.weight * factor });
    }
  };
  read(question, 1);
  read(`${process} / ${subProcess}`, headingWeight);
  return evidence;
};

const scoreTopics = (evidence: readonly Evidence[]): Map<string, number> => {
  const scores = new Map<string, number>();
  for (const { meaning, weight } of evidence) {
    if ('topic' in meaning) scores.set(meaning.topic, (scores.get(meaning.topic) ?? 0) + weight);
  }
  return scores;
};

/** Best first; of equals the first by name, so that the answer is the same each time. */
const scoreToolTypes = (
  evidence: readonly Evidence[],
  topics: ReadonlyMap<string, number>,
  connectorTypes: ReadonlySet<string>,
  { answers }: Vocabulary,
): Score[] => {
  const missing = connectorTypes.size === 0 ? noConnectorsFactor : elsewhereFactor;
  const scores = [...answers].map(([toolType, answered]): Score => {
    const own = evidence.filter(({ meaning }) => 'toolType' in meaning && meaning.toolType === toolType);
    const isNamed = own.some(({ meaning }) => 'isName' in meaning && meaning.isName);
    const onCi = connectorTypes.has(toolType);
    const ofTopics = [...topics].reduce((sum, [topic, points]) => sum + points * (answered[topic] ?? 0), 0);
    const ofWords = own.reduce((sum, { weight }) => sum + weight, 0);
    const isFamiliar = onCi || isNamed;
    return { toolType, onCi, isFamiliar, points: (ofTopics + ofWords) * (isFamiliar ? 1 : missing) };
  });
  return scores.sort((a, b) => b.points - a.points || (a.toolType < b.toolType ? -1 : 1));
};

/** A tool type that no test reaches gives way to one that was reached and could answer as well. */
const withoutFailed = (scores: readonly Score[], tested: TestedTypes): readonly Score[] => {
  const reached = Math.max(0, ...scores.filter(({ toolType }) => tested.get(toolType) === 'reached').map(pointsOf));
  const givesWay = ({ toolType, points }: Score) =>
    tested.get(toolType) === 'failed' && reached > 0 && reached >= points * (1 - candidateRange);
  return scores.filter((score) => !givesWay(score));
};

const pointsOf = ({ points }: Score): number => points;

const bestTopic = (
  topics: ReadonlyMap<string, number>,
  answered: Readonly<Record<string, number>> = {},
): string | null => {
  const ranked = [...topics]
    .map(([topic, points]) => ({ topic, points: points * (answered[topic] ?? 0) }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points);
  return ranked[0]?.topic ?? null;
};

// The reason in words

const quoted = (words: readonly string[]): string => words.map((word) => `*${word}*`).join(' and ');

const mostNamed = 2;

const foundFor = (evidence: readonly Evidence[], topic: string | null): string[] =>
  strongest(evidence.filter(({ meaning }) => 'topic' in meaning && meaning.topic === topic));

const foundForType = (evidence: readonly Evidence[], toolType: string): string[] =>
  strongest(evidence.filter(({ meaning }) => 'toolType' in meaning && meaning.toolType === toolType));

/** The words that weigh most, each named once. */
const strongest = (evidence: readonly Evidence[]): string[] => {
  const words = [...evidence].sort((a, b) => b.weight - a.weight).map(({ found }) => found);
  return words.filter((word, at) => !words.slice(0, at).some((earlier) => isSame(earlier, word))).slice(0, mostNamed);
};

const isSame = (left: string, right: string): boolean => left.toLowerCase() === right.toLowerCase();

/** “asks for *failed logins*”, and the topic where its words alone do not say it. */
const askingFor = (topic: string | null, evidence: readonly Evidence[], { topics }: Vocabulary): string => {
  const words = foundFor(evidence, topic);
  const called = topics.get(topic ?? '') ?? '';
  if (words.length === 0) return '';
  const saysIt = words.some((word) => called.includes(word.toLowerCase()) || word.toLowerCase().includes(called));
  return saysIt ? `asks for ${quoted(words)}` : `asks for ${quoted(words)} (${called})`;
};

const reasonFor = (
  { toolType, onCi }: Score,
  topic: string | null,
  evidence: readonly Evidence[],
  vocabulary: Vocabulary,
): string => {
  const words = foundForType(evidence, toolType);
  const parts = [askingFor(topic, evidence, vocabulary), words.length > 0 ? `names ${quoted(words)}` : ''];
  const because = parts.filter((part) => part !== '').join(' and ');
  return `${because.charAt(0).toUpperCase()}${because.slice(1)}: ${toolType}${onCi ? '' : ', of which this CI has no connector yet'}.`;
};

const reasonAgainst = (
  scores: readonly Score[],
  topic: string | null,
  evidence: readonly Evidence[],
  vocabulary: Vocabulary,
): string => {
  const best = scores[0]?.points ?? 0;
  const close = scores.filter(({ points }) => points > 0 && points >= best * (1 - candidateRange));
  const asks =
    askingFor(topic, evidence, vocabulary) || `names ${quoted(foundForType(evidence, scores[0]?.toolType ?? ''))}`;
  const names = close.map(({ toolType }) => toolType);
  const could =
    names.length === 1
      ? `${names[0]} might answer`
      : `${names.slice(0, -1).join(', ')} or ${names.at(-1)} could answer`;
  return `it ${asks}, which ${could}${close.some(({ onCi }) => onCi) ? '' : '; this CI has no connector of such a tool type'}`;
};
