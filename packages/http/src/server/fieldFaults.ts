export { fieldFaults } from "@resale/core";
