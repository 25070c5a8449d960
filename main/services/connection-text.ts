import type { Input, Value } from '../../preload/contract';
import { toolTypes } from '../connectors/registry';
import { failure, type Result, success } from '../result';

/**
 * The tool type that knows the text, a connection string or an address of the browser, and what stands in it. Secrets are
 * left out, so that they take no other way than the form's own fields. VALIDATION when no tool type knows the text.
 */
export const parseConnectionText = ({
  text,
}: Input<'connectorTypes', 'parse'>): Result<Value<'connectorTypes', 'parse'>> => {
  for (const toolType of toolTypes) {
    const parsed = toolType.parseConnectionText?.(text.trim());
    if (!parsed) continue;
    const known = toolType.fields.filter(({ kind }) => kind !== 'secret').map(({ key }) => key);
    const configuration = Object.fromEntries(Object.entries(parsed).filter(([key]) => known.includes(key)));
    return success({ connectorType: toolType.type, configuration });
  }
  return failure('VALIDATION', 'No tool type knows this connection string or address.', {
    hint: 'Paste the whole text, or choose the tool type and fill in its fields.',
    fieldErrors: { text: 'Not understood.' },
  });
};
