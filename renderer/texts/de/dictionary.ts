export { mainWords } from './main';
export { recipeWords } from './recipe-words';
export { typeWords } from './type-words';
