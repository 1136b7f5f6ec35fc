import { Component } from '@angular/core';
import { RouterLink, RouterOutlet } from '@angular/router';

@Component({
  selector: 'app-root',
  imports: [RouterLink, RouterOutlet],
  template: `
    <nav><a routerLink="/">Our agency</a> <a routerLink="/built-in">The built-in agency</a></nav>
    <main><router-outlet /></main>
  `,
})
export class App {}
