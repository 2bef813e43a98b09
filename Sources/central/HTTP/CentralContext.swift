import Hummingbird
import Logging
import NIOCore

/// What Hummingbird knows of a request: its connection and a logger.
struct CentralContext: InitializableFromSource, Sendable {
    let channel: (any Channel)?
    let logger: Logger

    init(source: ApplicationRequestContextSource) {
        channel = source.channel
        logger = source.logger
    }
}
