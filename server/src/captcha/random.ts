/*
 * Numbers that look random, and are the same for the same seed. A picture is drawn from them, so that every process
 * draws the same one.
 */
import { createCipheriv, randomBytes } from 'node:crypto';

/** Gives numbers from 0 up to 1. */
export type Random = () => number;

/** How many bytes are made at a time. */
const BLOCK = 4096;

/**
 * Makes numbers from a secret seed of 32 bytes. Without the seed, nobody can tell the next number (AES-256 in counter
 * mode).
 */
export function randomFrom(seed: Buffer): Random {
  const cipher = createCipheriv('aes-256-ctr', seed, Buffer.alloc(16));
  const zeros = Buffer.alloc(BLOCK);
  let block = cipher.update(zeros);
  let at = 0;
  return () => {
    if (at === BLOCK) {
      block = cipher.update(zeros);
      at = 0;
    }
    const value = block.readUInt32LE(at) / 2 ** 32;
    at += 4;
    return value;
  };
}

/** Numbers that never come again. */
export const freshRandom = (): Random => randomFrom(randomBytes(32));
