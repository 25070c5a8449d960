export { mainWords } from './main';
export { recipeWords } from './recipe-words';
export { identityWords } from './identity-words';
export { typeWords } from './type-words';
