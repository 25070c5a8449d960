/** The path of a module that is bundled on its own, for a thread to run. */
declare module '*?modulePath' {
  const path: string;
  export default path;
}
