/*
 * Prints what the attack reads: node measure.mjs [module that speaks] [sounds to learn from].
 */
import { knownRecordings, knownSounds, measure, speakMany } from './attack.mjs';
import { train } from './trained.mjs';
import { readByWarping } from './warping.mjs';

const [path = '../../../dist/captcha/voice.js', lessons = '400'] = process.argv.slice(2);
const { speakCode } = await import(new URL(path, import.meta.url));

for (const language of ['zh', 'en']) {
  const started = process.cpuUsage();
  const sounds = speakMany(speakCode, language, 60, 1);
  const { user, system } = process.cpuUsage(started);
  const making = (user + system) / 1000 / sounds.length;
  const learnt = knownSounds(speakMany(speakCode, language, Number(lessons), 2));
  const readers = {
    'recordings, warped': readByWarping(knownRecordings(language)),
    'sounds, warped': readByWarping(learnt.slice(0, 300)),
    'sounds, trained': train(learnt),
  };
  console.log(`${language}: ${making.toFixed(1)} ms to make a sound`);
  for (const [name, reader] of Object.entries(readers)) {
    const { codes, of, digits, milliseconds } = measure(sounds, reader);
    console.log(
      `  ${name}: ${codes} of ${of} codes, ${(100 * digits).toFixed(0)} % of digits, ${milliseconds.toFixed(0)} ms each`,
    );
  }
}
