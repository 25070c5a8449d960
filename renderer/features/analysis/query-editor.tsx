import { autocompletion, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching } from '@codemirror/language';
import { Compartment, EditorState } from '@codemirror/state';
import { drawSelection, EditorView, keymap, placeholder } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import type { SchemaTable } from '../../../preload/contract';
import { styleNonce } from '../../app/style-nonce';
import styles from './query-editor.module.css';
import { languageSupport, queryColors } from './query-language';

interface QueryEditorProps {
  /** The accessible name. */
  label: string;
  value: string;
  queryLanguage: string | undefined;
  hint: string;
  /** Tables whose names and columns are completed. */
  tables: readonly SchemaTable[];
  onChange: (value: string) => void;
}

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

/** A query in its language. Tab leaves the editor, so that the keyboard is never caught in it. */
export const QueryEditor = ({ label, value, queryLanguage, tables, hint, onChange }: QueryEditorProps) => {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const language = useRef(new Compartment());
  const latest = useRef({ onChange, value, queryLanguage, tables });
  latest.current = { onChange, value, queryLanguage, tables };

  useEffect(() => {
    if (!host.current) return;
    const editor = new EditorView({
      parent: host.current,
      state: EditorState.create({
        doc: latest.current.value,
        extensions: [
          EditorView.cspNonce.of(styleNonce()),
          history(),
          drawSelection(),
          bracketMatching(),
          autocompletion({ icons: false }),
          keymap.of([...completionKeymap, ...defaultKeymap, ...historyKeymap]),
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({ 'aria-label': label }),
          placeholder(hint),
          language.current.of(languageSupport(latest.current.queryLanguage, latest.current.tables)),
          queryColors,
          look,
          EditorView.updateListener.of((update) => {
            if (!update.docChanged) return;
            const text = update.state.doc.toString();
            if (text !== latest.current.value) latest.current.onChange(text);
          }),
        ],
      }),
    });
    view.current = editor;
    return () => editor.destroy();
  }, [label, hint]);

  useEffect(() => {
    view.current?.dispatch({ effects: language.current.reconfigure(languageSupport(queryLanguage, tables)) });
  }, [queryLanguage, tables]);

  // Text that came from elsewhere replaces what is shown; the editor's own text comes back unchanged.
  useEffect(() => {
    const editor = view.current;
    if (!editor || editor.state.doc.toString() === value) return;
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: value } });
  }, [value]);

  return <div ref={host} className={styles.editor} />;
};
