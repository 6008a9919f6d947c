const script =
  "try{var d=document.documentElement,t=localStorage.theme;if(t==='dark'||t==='light')d.classList.add(t);if(localStorage.density==='compact')d.dataset.density='compact'}catch(e){}"

/** Applies the theme and density a person chose in this browser before anything is painted. */
export function ThemeScript() {
  return <script>{script}</script>
}
