/**
 * The report of a pack: one HTML file that needs no network and no script and prints on A4. All that comes from a
 * client's system or a person is escaped; the policy in it lets nothing load or run.
 */
import { createHash } from 'node:crypto';
import type { Execution } from '../../../preload/contract';
import { groupBy } from '../../../preload/group-by';
import { evidenceName } from '../manifest';
import {
  type AnsweredQuestion,
  answeredQuestions,
  askedAs,
  changedSince,
  countOutcomes,
  distinctSystems,
  environmentOf,
  type Outcome,
  outcomeOf,
  outcomeWords,
  type PackExecution,
  type PackFacts,
  periodOf,
  type SystemInfo,
  timeText,
  verdictOf,
  warningsOf,
} from '../pack-facts';
import { barChart } from './charts';
import { Html, html } from './html';
import { styleOf } from './style';

/** Lets the report's own style apply, and nothing load or run. */
const policyFor = (style: string): string =>
  `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'`;

/** The report in pieces, one execution at a time. */
export function* reportText(facts: PackFacts): Generator<string> {
  const answered = answeredQuestions(facts);
  const systems = distinctSystems(facts.executions);
  yield head(facts).text;
  yield cover(facts, answered).text;
  yield summary(facts, answered).text;
  yield attention(facts, answered).text;
  yield systemList(systems).text;
  yield questionList(answered).text;
  yield '<h2>Runs</h2>\n';
  if (facts.executions.length === 0) yield '<p>No question of this audit was run.</p>\n';
  const redacted = new Map(facts.redactions.map(({ executionId, columns }) => [executionId, columns]));
  const systemOf = new Map(systems.flatMap((system) => system.runs.map(({ id }) => [id, system.number])));
  for (const execution of facts.executions) {
    yield run(execution, {
      redacted: redacted.get(execution.id) ?? [],
      system: systemOf.get(execution.id) ?? 0,
    }).text;
  }
  yield verification(facts).text;
  yield '</main>\n</body>\n</html>\n';
}

const head = ({ application }: PackFacts): Html => {
  const style = styleOf(`${application.auditName} · ${application.name} · ${application.ciId}`);
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyFor(style)}">
<title>${application.auditName} · ${application.ciId} · Evidence report</title>
<style>${new Html(style)}</style>
</head>
<body>
<main>
`;
};

const figure = (count: number): string => count.toLocaleString('en');
const plural = (count: number, one: string, many = `${one}s`): string => `${figure(count)} ${count === 1 ? one : many}`;

const outcomeLabel = (outcome: Outcome): Html => html`<span class="outcome ${outcome}">${outcomeWords[outcome]}</span>`;

/** The verdict with its first word in the outcome's colour. */
const verdictLabel = (execution: Execution): Html => {
  const [, word, rest] = /^(\w+)(.*)$/s.exec(verdictOf(execution)) ?? [];
  return html`<span class="outcome ${outcomeOf(execution)}">${word}</span>${rest}`;
};

const environmentLabel = (execution: Execution): Html =>
  execution.environment === 'production'
    ? html`<span class="production">PRODUCTION</span>`
    : html`<span class="quiet">${environmentOf(execution)}</span>`;

// The cover

const cover = (facts: PackFacts, answered: AnsweredQuestion[]): Html => {
  const { application, auditLog } = facts;
  return html`<section class="cover">
<div class="brand">Tickmark · Evidence report</div>
<h1>${application.auditName}</h1>
<p class="subtitle">${application.name} · ${application.ciId}</p>
${coverVerdict(facts, answered)}
<dl>
<dt>Period of the audit</dt><dd>${periodOf(application)}</dd>
<dt>Asked</dt><dd>${askedText(facts)}</dd>
<dt>Runs made</dt><dd>${runTimes(facts)}</dd>
<dt>Exported</dt><dd>${timeText(facts.exportedAt)} by ${facts.exportedBy}</dd>
<dt>Made with</dt><dd>Tickmark ${facts.appVersion}</dd>
<dt>Signing key</dt><dd class="mono">${facts.keyId}</dd>
<dt>Audit log</dt><dd>${plural(auditLog.entries, 'entry', 'entries')}; fingerprint of its head:
<div class="mono fingerprint">${auditLog.fingerprint}</div>
<span class="quiet">Compare it with the one that was handed over. A log that was cut or rewritten has another.</span></dd>
</dl>
<div class="signatures"><div></div><div></div><span>Prepared by, date</span><span>Reviewed by, date</span></div>
</section>
`;
};

/** How many connectors of how many tool types were asked, and which of them never answered. */
const askedText = ({ executions }: PackFacts): string => {
  if (executions.length === 0) return 'nothing yet';
  const connectors = [
    ...groupBy(executions, ({ toolType, connectorName }) => `${toolType}\n${connectorName}`).values(),
  ];
  const types = new Set(executions.map(({ toolType }) => toolType)).size;
  const silent = connectors.filter((runs) => runs.every(({ target, imported }) => target === null && !imported));
  const never = silent.map(([first]) => first?.connectorName).join(', ');
  return `${plural(connectors.length, 'connector')} of ${plural(types, 'tool type')}${never && `; never reached: ${never}`}`;
};

const runTimes = ({ executions }: PackFacts): string => {
  const times = executions
    .flatMap(({ startedAt, finishedAt }) => [startedAt, finishedAt])
    .filter((time) => time !== null);
  times.sort();
  return times.length === 0 ? 'none' : `${timeText(times[0] ?? null)} to ${timeText(times.at(-1) ?? null)}`;
};

const coverVerdict = ({ executions, redactions }: PackFacts, answered: AnsweredQuestion[]): Html => {
  const counts = countOutcomes(answered.map(({ outcome }) => outcome));
  const isWhole = counts.complete === answered.length;
  return html`<div class="verdict${isWhole ? '' : ' attention'}"><b>${figure(counts.complete)} of ${plural(answered.length, 'question')}</b> ${answered.length === 1 ? 'has' : 'have'} complete evidence.
${isWhole ? '' : remaining(counts)}
${redactions.length > 0 && html`<br>Columns were taken out of ${plural(redactions.length, 'evidence file')} in this pack; the hashes of the originals are kept.`}
<br><span class="quiet">${plural(executions.length, 'run')} in all, listed below with what was asked, where, and what came back.</span></div>`;
};

const remaining = (counts: Record<Outcome, number>): string => {
  const parts = (['incomplete', 'failed', 'cancelled', 'not-answerable', 'none'] as const)
    .filter((outcome) => counts[outcome] > 0)
    .map((outcome) => `${figure(counts[outcome])} ${outcomeWords[outcome].toLowerCase()}`);
  return `Of the others: ${parts.join(', ')}.`;
};

// Summary and charts

const summary = (facts: PackFacts, answered: AnsweredQuestion[]): Html => {
  const { executions } = facts;
  const rows = executions.reduce((sum, { rowCount, sha256 }) => sum + (sha256 === null ? 0 : rowCount), 0);
  const counts = countOutcomes(executions.map(outcomeOf));
  return html`<h2>Summary</h2>
<div class="tiles">
<div><b>${figure(answered.length)}</b>${answered.length === 1 ? 'question' : 'questions'}</div>
<div><b>${figure(executions.length)}</b>${executions.length === 1 ? 'run' : 'runs'}</div>
<div><b>${figure(counts.complete)}</b>complete</div>
<div><b>${figure(executions.length - counts.complete)}</b>not complete</div>
<div><b>${figure(rows)}</b>rows of evidence</div>
</div>
${barChart(
  'Coverage of the questions by process',
  group(
    answered,
    ({ question }) => question.process || 'No process',
    ({ outcome }) => outcome,
  ),
)}
${barChart(
  'Runs by connector',
  group(executions, (execution) => `${execution.connectorName} (${execution.toolType})`, outcomeOf),
)}
${barChart('Runs by environment', group(executions, environmentOf, outcomeOf))}
`;
};

const group = <Item>(items: readonly Item[], label: (item: Item) => string, outcome: (item: Item) => Outcome) =>
  [...groupBy(items, label)].map(([name, members]) => ({ label: name, counts: countOutcomes(members.map(outcome)) }));

// What a reviewer has to look at

const attention = (facts: PackFacts, answered: AnsweredQuestion[]): Html => {
  const { executions, redactions } = facts;
  const notAnswerable = answered.filter(({ outcome }) => outcome === 'not-answerable');
  const notRun = answered.filter(({ outcome }) => outcome === 'none');
  const notComplete = executions.filter((execution) => outcomeOf(execution) !== 'complete');
  const warned = groupBy(
    executions.flatMap((execution) => warningsOf(execution).map((warning) => ({ warning, execution }))),
    ({ warning }) => warning,
  );
  if (notAnswerable.length + notRun.length + notComplete.length + warned.size + redactions.length === 0) {
    return html`<h2>Points of attention</h2><p>None: every question was run, and every run is complete.</p>`;
  }
  return html`<h2>Points of attention</h2>
${notComplete.length > 0 && notCompleteList(notComplete)}
${notAnswerable.length > 0 && notAnswerableList(notAnswerable)}
${notRun.length > 0 && html`<h3>${plural(notRun.length, 'question')} that ${notRun.length === 1 ? 'was' : 'were'} not run</h3><p>${notRun.map(({ question }) => question.questionNumber || question.questionId).join(', ')}</p>`}
${
  warned.size > 0 &&
  html`<h3>Warnings</h3>
${[...warned].map(
  ([warning, warnings]) =>
    html`<p><span class="warning">${warning}</span> ${plural(warnings.length, 'run')} on ${[...new Set(warnings.map(({ execution }) => execution.connectorName))].join(', ')}.</p>
`,
)}`
}
${redactions.length > 0 && html`<h3>Columns taken out</h3><p>In ${plural(redactions.length, 'evidence file')}, each marked below. The originals are with the auditor; their hashes are in the manifest and in the audit log.</p>`}
`;
};

/** The questions that no system answers, each with the reason that a person gave. */
const notAnswerableList = (
  notAnswerable: AnsweredQuestion[],
): Html => html`<h3>${plural(notAnswerable.length, 'question')} not answerable here</h3>
<table><thead><tr><th>No.</th><th>Question</th><th>Reason</th></tr></thead><tbody>
${notAnswerable.map(
  ({ question }) =>
    html`<tr><td class="nowrap">${question.questionNumber || question.questionId}</td><td>${question.question}</td><td>${question.notAnswerable}</td></tr>
`,
)}</tbody></table>`;

/** The runs without complete evidence, those that ended in the same way on the same connector together. */
const notCompleteList = (notComplete: PackExecution[]): Html => {
  const alike = groupBy(notComplete, (run) => `${run.toolType}\n${run.connectorName}\n${verdictOf(run)}`);
  const link = (run: PackExecution) => html`<a href="#run-${run.id}">${askedNumber(run)}</a>`;
  const rows = [...alike.values()].flatMap((runs) => {
    const [first] = runs;
    if (!first) return [];
    return html`<tr><td>${first.connectorName}<br><span class="quiet">${first.toolType}</span><br>${environmentLabel(first)}</td><td>${verdictLabel(first)}${first.error?.hint && html`<br><span class="quiet">${first.error.hint}</span>`}</td><td class="number">${figure(runs.length)}</td><td>${runs.map((run, index) => html`${index > 0 && ', '}${link(run)}`)}</td></tr>
`;
  });
  return html`<h3>${plural(notComplete.length, 'run')} without complete evidence</h3>
<table class="causes"><thead><tr><th>Connector</th><th>What happened</th><th class="number">Runs</th><th>Questions</th></tr></thead><tbody>
${rows}</tbody></table>`;
};

// The systems that answered

const systemList = (systems: SystemInfo[]): Html => {
  if (systems.length === 0) return html``;
  return html`<h2>Systems</h2>
<p class="quiet">Each system that answered, with all that it said of itself. The runs refer to it by its number.</p>
<table class="systems"><thead><tr><th>No.</th><th>Connector</th><th>System that answered</th><th class="number">Runs</th></tr></thead><tbody>
${systems.map(systemRow)}</tbody></table>
`;
};

const systemRow = ({ number, first, runs }: SystemInfo): Html =>
  html`<tr id="system-${number}"><td class="nowrap">S${number}</td><td>${first.connectorName}<br><span class="quiet">${first.toolType}</span><br>${environmentLabel(first)}</td><td>${first.target}${first.identity && html`<br><span class="quiet">${identityText(first.identity)}</span>`}</td><td class="number">${figure(runs.length)}</td></tr>
`;

// The questions

const questionList = (answered: AnsweredQuestion[]): Html => html`<h2>Questions</h2>
<table><thead><tr><th>No.</th><th>Question</th><th>Connector</th><th class="number">Rows</th><th>Evidence</th></tr></thead><tbody>
${answered.map(questionRow)}</tbody></table>
`;

const askedNumber = ({ asked, questionId }: PackExecution): string => asked.questionNumber || questionId;

/** Beside a question as it reads today: how the run that counts for it asked it. */
const askedDifferently = (execution: PackExecution | undefined): Html | false => {
  const asked = execution ? askedAs(execution) : null;
  return asked !== null && html`<br><span class="warning">Asked as: ${asked}</span>`;
};

const isEmpty = (execution: PackExecution | undefined): boolean =>
  outcomeOf(execution) === 'complete' && execution?.rowCount === 0;

const questionRow = ({
  question,
  execution,
  outcome,
  runs,
}: AnsweredQuestion): Html => html`<tr><td class="nowrap">${execution ? html`<a href="#run-${execution.id}">${question.questionNumber || question.questionId}</a>` : question.questionNumber || question.questionId}</td><td>${question.question}${askedDifferently(execution)}${question.process && html`<br><span class="quiet">${question.process}${question.subProcess && ` › ${question.subProcess}`}</span>`}</td><td>${execution && html`${execution.connectorName}<br>${environmentLabel(execution)}`}</td><td class="number">${execution?.sha256 ? figure(execution.rowCount) : '–'}</td><td>${outcomeLabel(outcome)}${isEmpty(execution) && html`<br><strong>no rows: nothing matched</strong>`}${question.notAnswerable !== undefined && html`<br><span class="quiet">${outcome !== 'not-answerable' && 'Not answerable here: '}${question.notAnswerable}</span>`}${execution?.final && html`<br><span class="quiet">marked final</span>`}${runs > 1 && html`<br><span class="quiet">${runs} runs</span>`}</td></tr>
`;

// One run

interface RunContext {
  redacted: string[];
  /** Number of the system that answered. */
  system: number;
}

const run = (
  execution: PackExecution,
  { redacted, system }: RunContext,
): Html => html`<section class="run" id="run-${execution.id}">
<h3>${askedNumber(execution)} · ${execution.asked.text || 'The question was removed since.'}</h3>
${changedSince(execution) !== null && html`<p class="quiet">Since changed: ${changedSince(execution)}</p>`}
<p>${verdictLabel(execution)}${execution.final && html` <span class="quiet">Marked final.</span>`}</p>
${warningsOf(execution).map((warning) => html`<p class="warning">Warning: ${warning}</p>`)}
${execution.error?.hint && html`<p class="quiet">${execution.error.hint}</p>`}
<dl>
<dt>Run</dt><dd>${execution.id}, ${timeText(execution.startedAt)} to ${timeText(execution.finishedAt)}</dd>
<dt>Connector</dt><dd>${execution.connectorName} · ${execution.toolType} · ${environmentLabel(execution)}</dd>
<dt>System that answered</dt><dd>${execution.target === null ? 'none was reached' : html`${execution.target} (<a href="#system-${system}">S${system}</a>)`}</dd>
<dt>Read-only layers</dt><dd>${layersText(execution)}</dd>
${execution.sha256 !== null && evidenceFacts(execution, redacted)}
</dl>
<pre>${execution.query}</pre>
</section>
`;

/** What was kept of a run, and its hash. */
const evidenceFacts = (
  execution: PackExecution,
  redacted: string[],
): Html => html`<dt>Evidence</dt><dd><span class="mono">evidence/${evidenceName(execution)}</span><br>${plural(execution.rowCount, 'row')}, ${plural(execution.bytes, 'byte')} as sealed</dd>
<dt>Columns</dt><dd>${execution.columns.map(({ name }) => name).join(', ') || 'none'}</dd>
${redacted.length > 0 && html`<dt>Taken out</dt><dd class="warning">${redacted.join(', ')}: each cell reads [redacted] in this pack.</dd>`}
<dt>SHA-256 as sealed</dt><dd class="mono">${execution.sha256}</dd>`;

const layersText = ({ guard }: Execution): string =>
  guard.layers.map(({ layer, verdict, reason }) => `${layer} ${verdict}: ${reason.replace(/\.$/, '')}`).join('; ') ||
  'none recorded';

const identityText = (identity: Record<string, string>): string =>
  Object.entries(identity)
    .map(([name, value]) => `${name === 'sha256' ? 'SHA-256 of the file' : name}: ${value}`)
    .join(' · ');

// How to check all this

const powershellSums = `Get-Content SHA256SUMS | ForEach-Object {
  $sum, $file = $_ -split '  ', 2
  if ((Get-FileHash -Algorithm SHA256 -LiteralPath $file).Hash -eq $sum) { "\${file}: OK" } else { "\${file}: FAILED" }
}`;

const verification = ({ auditLog, keyId }: PackFacts): Html => html`<h2>How to verify this pack</h2>
<p>The pack holds each result as it was sealed, the audit log with its chain of hashes, and a signed manifest with the hash of every file, this report among them. None of this needs Tickmark.</p>
<h3>That no file was changed</h3>
<p>Unzip the pack and open a terminal in its folder. Each file has to be OK.</p>
<dl><dt>Windows (PowerShell)</dt><dd><pre>${powershellSums}</pre></dd>
<dt>macOS</dt><dd><pre>shasum -a 256 -c SHA256SUMS</pre></dd>
<dt>Linux</dt><dd><pre>sha256sum -c SHA256SUMS</pre></dd></dl>
<h3>That it was signed with the auditor’s key</h3>
<p>Ask the auditor for the signing key by another way than this pack, as by telephone: it has to be <span class="mono">${keyId}</span>. With OpenSSL 3 the first line checks the signature; the second prints a hash that has to begin with that key.</p>
<pre>openssl pkeyutl -verify -pubin -inkey public-key.pem -rawin -in manifest.json -sigfile manifest.json.sig
openssl pkey -pubin -in public-key.pem -outform DER | openssl sha256</pre>
<h3>All of it, the audit log and its chain included</h3>
<p>With Node.js, version 20.15 or later, and verify-pack.mjs, which lies in the pack. Whoever does not want to rely on the pack’s own copy asks the auditor for that file: it comes with Tickmark.</p>
<pre>node verify-pack.mjs &lt;pack.zip&gt; --key ${keyId}</pre>
<dl><dt>Head of the audit log</dt><dd>${plural(auditLog.entries, 'entry', 'entries')}<br><span class="mono">${auditLog.hash}</span></dd><dt>Fingerprint</dt><dd class="mono">${auditLog.fingerprint}</dd></dl>
<p class="quiet">Times are UTC. A hash is SHA-256. NULL and an empty text differ in the evidence files; the workpaper shows both as an empty cell.</p>
`;
