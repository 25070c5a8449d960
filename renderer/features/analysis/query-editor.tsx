import { autocompletion, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching } from '@codemirror/language';
import { Compartment, EditorState } from '@codemirror/state';
import { drawSelection, EditorView, keymap, placeholder } from '@codemirror/view';
import { type Ref, useEffect, useImperativeHandle, useLayoutEffect, useMemo, useRef } from 'react';
import type { SchemaTable } from '../../../preload/contract';
import { styleNonce } from '../../app/style-nonce';
import styles from './query-editor.module.css';
import { languageSupport, queryColors } from './query-language';

export interface QueryEditorHandle {
  /** Writes a name where the cursor stands, or at the end of a text that nobody was in; in a list with what was written just before. */
  insert(name: string, goesOn: boolean): void;
  focus(): void;
}

interface QueryEditorProps {
  ref: Ref<QueryEditorHandle>;
  /** Which document it is; the same for as long as a person may undo. */
  documentKey: string;
  /** The accessible name. */
  label: string;
  value: string;
  queryLanguage: string | undefined;
  hint: string;
  /** Tables whose names and columns are completed. */
  tables: readonly SchemaTable[];
  readOnly: boolean;
  /** Whether the editor is to take the focus now; it says so once it has. */
  takesFocus: boolean;
  onFocusTaken: () => void;
  onChange: (value: string) => void;
}

const nonce = EditorView.cspNonce.of(styleNonce());

const look = EditorView.theme({
  '&': { height: '100%', fontSize: '0.8125rem' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--tick-mono)', lineHeight: '1.5' },
  '.cm-content': { padding: '0.5rem 0', caretColor: 'var(--tick-text)' },
  '.cm-line': { padding: '0 0.75rem' },
  '.cm-cursor': { borderLeftColor: 'var(--tick-text)' },
  '.cm-placeholder': { color: 'var(--tick-text-dimmed)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    background: 'var(--tick-selected)',
  },
  '.cm-tooltip': {
    color: 'var(--tick-text)',
    background: 'var(--tick-surface)',
    border: '1px solid var(--tick-border-control)',
    borderRadius: '4px',
  },
  '.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--tick-mono)', fontSize: '0.75rem' },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    color: 'var(--tick-text)',
    background: 'var(--tick-selected)',
  },
  '&.cm-focused .cm-matchingBracket': {
    background: 'var(--tick-accent-soft)',
    outline: '1px solid var(--tick-accent)',
  },
});

/** Behind a name another one needs a space, or a comma where it goes on a list. */
const insertName = (editor: EditorView, name: string, goesOn: boolean, atCursor: boolean): void => {
  const { doc, selection } = editor.state;
  const { from, to } = atCursor ? selection.main : { from: doc.length, to: doc.length };
  const touches = /[\p{L}\p{N}_$"`\])',]$/u.test(doc.sliceString(from - 1, from));
  const before = goesOn ? ', ' : touches ? ' ' : '';
  const after = /^[\p{L}\p{N}_"`[]/u.test(doc.sliceString(to, to + 1)) ? ' ' : '';
  editor.dispatch({
    changes: { from, to, insert: before + name + after },
    selection: { anchor: from + before.length + name.length },
    scrollIntoView: true,
    userEvent: 'input.complete',
  });
};

/** A query in its language. Tab leaves the editor, so that the keyboard is never caught in it. */
export const QueryEditor = (props: QueryEditorProps) => {
  const { ref, documentKey, label, value, queryLanguage, tables, readOnly, hint } = props;
  const { takesFocus, onFocusTaken, onChange } = props;
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const hadFocus = useRef(false);
  const compartment = useRef(new Compartment());
  const language = useMemo(() => languageSupport(queryLanguage, tables), [queryLanguage, tables]);
  const latest = useRef({ onChange, value, language });

  // Only what is on the screen may take what is typed: with the effects below, `latest` and the document change as one.
  useLayoutEffect(() => {
    latest.current = { onChange, value, language };
  });

  useLayoutEffect(() => {
    if (!host.current) return;
    const state = EditorState.create({ extensions: nonce });
    const editor = new EditorView({ parent: host.current, state });
    view.current = editor;
    return () => editor.destroy();
  }, []);

  useImperativeHandle(ref, () => ({
    insert: (name, goesOn) => {
      if (view.current) insertName(view.current, name, goesOn, hadFocus.current);
      hadFocus.current = true;
    },
    focus: () => view.current?.focus(),
  }));

  // Another document starts anew: undo never brings back what was written in the one before.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key alone tells that it is another document
  useLayoutEffect(() => {
    hadFocus.current = false;
    view.current?.setState(
      EditorState.create({
        doc: latest.current.value,
        extensions: [
          nonce,
          history(),
          drawSelection(),
          bracketMatching(),
          autocompletion({ icons: false }),
          keymap.of([...completionKeymap, ...defaultKeymap, ...historyKeymap]),
          EditorView.lineWrapping,
          // It takes the focus anyway; the attribute says so to what looks for a way to scroll it by keyboard.
          EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
          EditorState.readOnly.of(readOnly),
          placeholder(hint),
          compartment.current.of(latest.current.language),
          queryColors,
          look,
          EditorView.updateListener.of((update) => {
            if (update.view.hasFocus) hadFocus.current = true;
            if (!update.docChanged) return;
            const text = update.state.doc.toString();
            if (text !== latest.current.value) latest.current.onChange(text);
          }),
        ],
      }),
    );
  }, [documentKey, label, hint, readOnly]);

  useEffect(() => {
    const editor = view.current;
    if (!editor || compartment.current.get(editor.state) === language) return;
    editor.dispatch({ effects: compartment.current.reconfigure(language) });
  }, [language]);

  // Text that came from elsewhere replaces what is shown; the editor's own text comes back unchanged.
  useEffect(() => {
    const editor = view.current;
    if (!editor || editor.state.doc.toString() === value) return;
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: value } });
  }, [value]);

  useEffect(() => {
    if (!takesFocus) return;
    view.current?.focus();
    onFocusTaken();
  }, [takesFocus, onFocusTaken]);

  return <div ref={host} className={styles.editor} />;
};
