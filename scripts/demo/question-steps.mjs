import { analysesById, countMissing, heading, openApplicationId, openStep } from './facts.mjs';
import { chooseOption, expect, scrollTo, waitFor, writeQuery } from './person.mjs';

export const showQuestions = {
  name: 'Step 2: see the questions',
  picture: 'questions',
  run: async (walk) => {
    await openStep(walk, /^Questions/);
    await heading(walk, 'Questions');
    await walk.page.getByText('List all user accounts of the application', { exact: false }).first().waitFor();
    const questions = await walk.call('questions', 'list', { applicationId: await openApplicationId(walk) });
    return `${questions.length} questions of ${new Set(questions.map(({ process }) => process)).size} processes`;
  },
};

export const openChoice = {
  name: 'Step 3: open the choice between two connectors',
  picture: 'analysis-choice',
  run: async (walk) => {
    await openStep(walk, /^Analysis/);
    await heading(walk, 'Question analysis');
    const choice = walk.page.getByRole('combobox', { name: 'Connector of question 1.23' });
    await scrollTo(walk.page, choice);
    expect((await choice.textContent()).includes('choose one of 2'), 'no connector is preselected');
    await choice.click();
    const options = await walk.page.getByRole('listbox', { name: 'connectors' }).getByRole('option').allInnerTexts();
    expect(options.length === 2, 'two connectors of the type are offered');
    return 'question 1.23 is ambiguous: two SQLite connectors, none preselected';
  },
};

/** Where no PostgreSQL is installed, the payroll systems are missing from the demo. */
const settled = ['selected', 'missing'];

export const choose = {
  name: 'Step 3: choose tool types and connectors',
  picture: 'analysis-chosen',
  documents: { light: 'question-analysis.png' },
  run: async (walk) => {
    const { page } = walk;
    await page
      .getByRole('listbox', { name: 'connectors' })
      .getByRole('option', { name: /Production HR/ })
      .click();
    await chooseOption(page, 'Tool type of question 3.21', 'SQLite');
    await chooseOption(page, 'Connector of question 3.21', 'Production HR');
    await writeQuery(
      page,
      "SELECT kind, max(finished_at) AS last_backup FROM backups WHERE status = 'succeeded' GROUP BY kind ORDER BY kind",
    );
    await chooseOption(page, 'Connector of question 2.20', 'Service Desk');
    const applicationId = await openApplicationId(walk);
    const isDone = async () => {
      const analyses = await analysesById(walk, applicationId);
      const isChosen = [...analyses.values()].every(({ resolution }) => settled.includes(resolution));
      return isChosen && analyses.get('3.21').query.startsWith('SELECT kind');
    };
    await waitFor(isDone, 'every question has its connector, and the query is saved');
    const missing = await countMissing(walk);
    return `${missing === 0 ? 'every question' : `every question but ${missing}`} points at exactly one connector`;
  },
};
