/* The client of Waline, which draws the comments of the service at this address. */
import { init } from '@waline/client';

init({ el: '#waline', serverURL: location.origin, path: '/bench', lang: 'zh-CN', emoji: [] });
