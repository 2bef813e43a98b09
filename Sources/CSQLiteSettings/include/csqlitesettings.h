#pragma once

/// Has SQLite keep no account of the memory that it uses, which nobody asks for: it takes a lock of the whole process for each
/// piece that it allocates. Before the first connection; later it changes nothing.
void csqlite_count_no_memory(void);
