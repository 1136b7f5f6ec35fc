/* Browsers inside other apps. They have the interfaces to save and print, and often do nothing. */

/** True inside WeChat (微信), whose menu opens the page in a browser. */
export const isInWeChat = (): boolean => /MicroMessenger/i.test(navigator.userAgent);

/** True inside an app on iOS: only browsers name Safari. */
export const isInAppleApp = (): boolean => /AppleWebKit\/(?!.*Safari\/)/.test(navigator.userAgent);

/** True inside any app. Android's web views say so. */
export const isInApp = (): boolean =>
  isInWeChat() || isInAppleApp() || /; wv\)/.test(navigator.userAgent);
