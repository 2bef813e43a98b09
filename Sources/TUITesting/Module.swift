// Filled by the first module commit.
