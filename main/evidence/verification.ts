/**
 * What makes a pack or a checkpoint whole. Clients verify with that one file and no Tickmark at hand, so the rules live
 * there and Tickmark uses them too.
 */
export {
  type CheckpointHead,
  headFingerprint,
  headText,
  keyIdOf,
  type PackProblem,
  readCheckpoint,
  redactionMark,
  verifyPack,
} from '../../scripts/verify-pack.mjs';
