/* The client of Waline, which renders the comments of the service on this address. */
import { init } from '@waline/client';

init({ el: '#waline', serverURL: location.origin, path: '/bench', lang: 'zh-CN', emoji: [] });
