/// What a slip leaves to the screen below where its paper came out, or its PDF.
struct PaperMade: Sendable {}
