import { bad, problem, type Result } from '../core/model';
import type { BundleInput, BundleOptions, BundlePreview, ListedBundle, VerifiedBundle, WrittenBundle } from './input';

export type { BundleInput, BundleOptions, BundlePreview, ListedBundle, VerifiedBundle, WrittenBundle } from './input';

/** What would go into the bundle, before anything is written. */
export const previewBundle = async (_input: BundleInput, _options: BundleOptions): Promise<Result<BundlePreview>> =>
  bad(problem('not-built-yet'));

/** Writes the bundle to `path`, whole and checked or not at all; an existing file of that name is replaced. */
export const writeBundle = async (
  _input: BundleInput,
  path: string,
  _options: BundleOptions,
): Promise<Result<WrittenBundle>> => bad(problem('not-built-yet', path));

/** Opens a bundle as hostile and checks archive, manifest, checksums and claims. */
export const verifyBundle = async (path: string): Promise<Result<VerifiedBundle>> =>
  bad(problem('not-built-yet', path));

/** What is inside a bundle, without checking its claims. */
export const listBundle = async (path: string): Promise<Result<ListedBundle>> => bad(problem('not-built-yet', path));
