import type { Migration } from './migration';

export const notAnswerable: Migration = {
  version: 70,
  name: 'questions that can not be answered',
  statements: `
    -- Why no system answers the question, in a person's words; NULL while it is to be answered.
    ALTER TABLE question_analyses ADD COLUMN not_answerable TEXT CHECK (trim(not_answerable) <> '');
  `,
};
