import type { Plugin } from 'vite';

export interface ShippedPackage {
  name: string;
  version: string;
  licence: string;
  integrity: string;
  /** As package-lock.json names it: `node_modules/pg`. */
  folder: string;
}
export function listBundledPackages(part: string): Plugin;
export function shippedPackages(): ShippedPackage[];
export function licenceList(packages: readonly ShippedPackage[]): string;
export function billOfMaterials(packages: readonly ShippedPackage[]): {
  bomFormat: string;
  specVersion: string;
  components: {
    purl: string;
    name: string;
    hashes: { alg: string; content: string }[];
    licenses: { expression: string }[];
  }[];
};
