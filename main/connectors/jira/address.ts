import type { Configuration } from '../../../preload/contract';
import { toUrl } from '../rest/base-url';

/** Where Jira's own pages begin, below the path under which it lies. */
const pages =
  /\/(browse|projects|issues|secure|jira\/(?:software|core|servicedesk|for-you|your-work|dashboards))(?:\/|$)/;
const projectInPath = /\/(?:browse|projects)\/([A-Z][A-Z0-9_]+)/;

/** Reads an address of the browser: the site, and the project where the page is one of its. */
export const parseBrowserAddress = (text: string): Configuration | undefined => {
  const url = toUrl(text);
  if (!url) return undefined;
  const isCloud = url.hostname.endsWith('.atlassian.net');
  const page = pages.exec(url.pathname);
  if (!isCloud && !page) return undefined;
  const below = isCloud ? '' : url.pathname.slice(0, page?.index);
  const project = projectInPath.exec(url.pathname)?.[1];
  return {
    base_url: `${url.origin}${below}`,
    api_version: isCloud ? '3' : '2',
    ...(url.protocol === 'http:' && { encrypt: false }),
    ...(project && { project_key: project }),
  };
};
