// Suites come with their modules.
