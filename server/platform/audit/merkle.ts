import { hash } from 'node:crypto';

// RFC 6962: leaves and nodes are hashed with different first bytes, so that no node can pose as a leaf.
const LEAF = 0;
const NODE = 1;

export function leafHash(content: Uint8Array): Buffer {
  return sha256(Buffer.concat([Uint8Array.of(LEAF), content]));
}

/** The Merkle tree hash over leaves in this order. */
export function merkleRoot(leaves: readonly Uint8Array[]): Buffer {
  const [first] = leaves;
  if (first === undefined) return sha256(Buffer.alloc(0));
  if (leaves.length === 1) return Buffer.from(first);
  const middle = 2 ** Math.ceil(Math.log2(leaves.length) - 1);
  return nodeHash(merkleRoot(leaves.slice(0, middle)), merkleRoot(leaves.slice(middle)));
}

export function sha256(content: Uint8Array): Buffer {
  return hash('sha256', content, 'buffer');
}

function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return sha256(Buffer.concat([Uint8Array.of(NODE), left, right]));
}
