/** The text of a file, bundled as it is. */
declare module '*.md?raw' {
  const text: string;
  export default text;
}
