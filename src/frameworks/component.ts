/*
 * Components of React and Preact. A server writes the element with a declarative shadow root. The
 * parser of the page takes that template away, and the first rendering in the browser has none, so
 * both agree. Then the component sets properties, adds listeners, and registers the element, all
 * before the next paint. `agency="none"` keeps what the server rendered until the data is there.
 */
import type { ElementClass } from '../base/element/define-element.js';
import type { Platform } from './platform.js';
import { type Description, type Given, settingsOf } from './settings-of.js';
import { isServer, shadowRootOf } from './shadow-root-of.js';

interface Ref<Value> {
  current: Value;
}

type Draw = (given: Given, ref: unknown) => unknown;

/** What components need of their framework. */
export interface Framework {
  createElement(type: string, properties: object, ...children: unknown[]): unknown;
  useEffect(effect: () => unknown, inputs?: readonly unknown[]): void;
  useImperativeHandle(ref: unknown, create: () => unknown, inputs?: readonly unknown[]): void;
  useLayoutEffect(effect: () => unknown, inputs?: readonly unknown[]): void;
  useRef<Value>(initial: Value): Ref<Value>;
  /** Makes a component of a function that takes properties and a ref. */
  withRef(draw: Draw): object;
}

const isNothing = (children: unknown): boolean =>
  Array.isArray(children)
    ? children.every(isNothing)
    : children === undefined || children === null || typeof children === 'boolean';

/** Returns the function that makes the components of a framework. */
export function componentsOf(framework: Framework, platform: Platform) {
  const { createElement, useEffect, useImperativeHandle, useRef } = framework;
  // React warns of layout effects on a server, where no effect runs.
  const useBeforePaint = isServer ? useEffect : framework.useLayoutEffect;

  /**
   * Makes the component of an element.
   *
   * @param displayName - name of the component in the tools of its framework
   * @param classes - the class of the element, and those of the elements that it draws
   */
  return (
    displayName: string,
    description: Description,
    classes: readonly (ElementClass | undefined)[],
  ): object => {
    const { name, events, properties: own } = description;
    const unwritten = Object.keys(own).filter((property) => own[property] === '');

    const draw: Draw = ({ children, className, ...given }, ref) => {
      const { attributes, properties, listeners, rendering } = settingsOf(
        description,
        given,
        isNothing(children),
      );
      const element = useRef<HTMLElement | null>(null);
      const heard = useRef(listeners);

      useImperativeHandle(ref, () => element.current, []);
      useBeforePaint(() => {
        heard.current = listeners;
      });
      useBeforePaint(() => {
        const { current } = element;
        const hear = (event: Event): void =>
          (heard.current[event.type] as EventListener | undefined)?.(event);
        for (const event of events) current!.addEventListener(event, hear);
        return () => {
          for (const event of events) current!.removeEventListener(event, hear);
        };
      }, []);
      useBeforePaint(
        () => {
          const current = element.current as unknown as Record<string, unknown>;
          for (const property of unwritten) {
            const value = properties[property];
            if (current[property] !== value) current[property] = value;
          }
        },
        unwritten.map((property) => properties[property]),
      );
      useBeforePaint(() => platform.register(classes), []);

      const html = shadowRootOf(platform, name, rendering);
      const template =
        html === undefined
          ? null
          : createElement('template', {
              shadowrootmode: 'open',
              dangerouslySetInnerHTML: { __html: html },
            });
      return createElement(
        `customs-${name}`,
        { ...attributes, class: className ?? attributes['class'], ref: element },
        template,
        children,
      );
    };
    return Object.assign(framework.withRef(draw), { displayName });
  };
}
