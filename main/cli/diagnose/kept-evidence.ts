import type { CaseFolder } from '../../cases';
import type { Problem } from '../../core/model';

/** Writes raw evidence into the case folder and remembers the first problem: a full disk is said once, not at each step. */
export interface KeptEvidence {
  put(path: string, bytes: Uint8Array): Promise<string | null>;
  problem(): Problem | null;
}

export const keptEvidence = (folder: CaseFolder): KeptEvidence => {
  let first: Problem | null = null;
  return {
    async put(path, bytes) {
      const written = await folder.putEvidence(path, bytes);
      if (written.ok) return written.value;
      first ??= written.problem;
      return null;
    },
    problem: () => first,
  };
};
