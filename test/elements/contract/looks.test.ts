import { expect, waitUntil } from '@open-wc/testing';
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import { sample } from '../../fixtures/agencies.js';
import { control, expectAccessible, part, rootsOf, settled } from '../../fixtures/page.js';
import { describeEach, isShown } from './each-element.js';

describeEach((subject) => {
  it('prints nothing that only works on a screen', async () => {
    const element = await subject.place((one) => {
      one.setAttribute('filter', '');
      one.data = sample;
    });
    await emulateMedia({ media: 'print' });
    const controls = rootsOf(element).flatMap((root) => [
      ...root.querySelectorAll('button, select, input'),
    ]);
    const printed = controls.filter(isShown);
    await emulateMedia({ media: 'screen' });
    expect(printed).to.deep.equal([]);
  });

  it('writes texts of the data in the direction of their language', async () => {
    const element = await subject.place((one) => (one.data = { ...sample, lang: 'ug' }));
    const [found] = rootsOf(element).flatMap((root) => [
      ...root.querySelectorAll('[lang=ug]:not(a)'),
    ]);
    expect(getComputedStyle(found!).direction).to.equal('rtl');
    expect(getComputedStyle(part(element, 'base')).direction).to.equal('ltr');
  });

  if (subject.tag !== 'customs-link-list') {
    it('prints itself', async () => {
      const { print } = window;
      let printed = 0;
      window.print = () => {
        printed += 1;
        window.dispatchEvent(new Event('afterprint'));
      };
      const element = await subject.place((one) => (one.data = sample));
      control(element, '打印').click();
      await waitUntil(() => printed === 1);
      window.print = print;
    });
  }

  for (const width of [320, 1280]) {
    for (const setting of ['light', 'dark', 'contrast', 'elder', 'english', 'rtl']) {
      it(`has no accessibility violation at ${width} px, ${setting}`, async () => {
        await setViewport({ width, height: 800 });
        const element = await subject.place((one) => {
          one.data = setting === 'rtl' ? { ...sample, lang: 'ar' } : sample;
          if (setting === 'elder') one.elder = true;
          else if (setting === 'english') one.lang = 'en';
          else if (setting === 'rtl') one.setAttribute('dir', 'rtl');
          else one.setAttribute('theme', setting);
        });
        await settled(element);
        await expectAccessible(element);
        expect(document.documentElement.scrollWidth, 'no sideways scrolling').to.be.at.most(width);
      });
    }
  }
});
