import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The pictures of a step are called this, followed by their theme or size. */
export const pictureName = (number, { picture }) => `${String(number).padStart(2, '0')}-${picture}`;

/** Runs the steps of the walk and writes down how each went, on the terminal and in summary.json. */
export function createRecord(folder) {
  const steps = [];
  const notes = { executions: [], pack: null, complaints: [] };

  const take = async (number, planned, context) => {
    const picture = pictureName(number, planned);
    const step = { name: planned.name, ok: false, picture: `${picture}-light.png`, detail: '' };
    const stopped = steps.some(({ ok }) => !ok);
    steps.push(step);
    if (stopped) return notTried(step);
    try {
      step.detail = await planned.run(context);
      step.ok = true;
    } catch (error) {
      step.detail = withoutColours(error.message);
    }
    await context.takePictures(picture);
    console.log(`${step.ok ? '✓' : '✗'} ${step.name}: ${step.detail}`);
  };

  /** Each step begins where the one before it ended. */
  const notTried = (step) => {
    step.picture = null;
    step.detail = 'not tried, because an earlier step did not hold';
  };

  /** Writes summary.json and answers whether every step held. */
  const finish = () => {
    const hasComplaints = notes.complaints.length > 0;
    for (const complaint of notes.complaints) console.log(`✗ The window’s console says: ${complaint}`);
    const ok = steps.every((step) => step.ok) && !hasComplaints;
    const { executions, pack, complaints } = notes;
    const summary = { ok, steps, executions, pack, complaints };
    writeFileSync(join(folder, 'summary.json'), `${JSON.stringify(summary, undefined, 2)}\n`);
    const held = steps.filter((step) => step.ok).length;
    console.log(
      `\n${held} of ${steps.length} steps held, ${executions.length} runs, ${pack ? 'one' : 'no'} evidence pack.`,
    );
    return ok;
  };

  return {
    take,
    finish,
    note: (key, value) => {
      notes[key] = value;
    },
  };
}

const withoutColours = (text) => text.replaceAll(new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'g'), '');
