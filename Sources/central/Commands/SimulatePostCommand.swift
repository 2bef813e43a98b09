import ArgumentParser
import Hummingbird
import HummingbirdCore
import Logging

/// `central simulate post`: the post's API on this machine, in front of nothing.
///
/// It is as slow, absent, forgetful and talkative as it is asked to be, and what it does follows from its seed.
struct SimulatePostCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "post", abstract: "Giả lập bưu điện.",
        discussion: "Dùng với: central serve --training --post http://127.0.0.1:CỔNG …")

    @Option(help: "127.0.0.1:CỔNG hoặc unix:ĐƯỜNG_DẪN.")
    var listen: String

    @Option(help: "Mỗi câu trả lời chậm từng này mili giây.")
    var slow = 0

    @Flag(help: "Không trả lời ai.")
    var down = false

    @Option(help: "Phần việc làm xong mà không trả lời (0…1).")
    var lose = 0.0

    @Option(help: "Phần yêu cầu trả lời lỗi 500 (0…1).")
    var fail = 0.0

    @Option(help: "Phần đơn bị từ chối (0…1).")
    var refuse = 0.0

    @Option(help: "Phần trạng thái báo hai lần (0…1).")
    var duplicate = 0.0

    @Option(help: "Phần trạng thái báo sai thứ tự (0…1).")
    var reorder = 0.0

    @Option(help: "Mỗi chặng của bưu gửi lâu từng này giây.")
    var pace = 20

    @Option(help: "Hạt giống: cùng số thì cùng diễn biến.")
    var seed: UInt64 = 1

    @Option(help: "Địa chỉ nhận báo trạng thái: http://127.0.0.1:CỔNG/v1/postal-callbacks/vnpost.")
    var callback: String?

    func validate() throws {
        for share in [lose, fail, refuse, duplicate, reorder] where !(0...1).contains(share) {
            throw ValidationError("Các tỉ lệ phải từ 0 đến 1.")
        }
        guard slow >= 0, pace >= 0 else { throw ValidationError("Thời gian không được âm.") }
    }

    func run() async throws {
        guard let address = ListenAddress(listen), address.isLocal else {
            throw ValidationError("--listen phải ở trên chính máy này: 127.0.0.1:CỔNG hoặc unix:ĐƯỜNG_DẪN.")
        }
        LoggingSystem.bootstrap(StreamLogHandler.standardError)
        let logger = Logger(label: "post")
        var plan = PostSimulator.Plan()
        (plan.fail, plan.lose, plan.refuse) = (fail, lose, refuse)
        (plan.duplicate, plan.reorder, plan.pace, plan.seed) = (duplicate, reorder, Int64(pace), seed)
        let simulator = PostSimulator(plan: plan)
        let application = Application(
            responder: PostResponder(
                simulator: simulator, delay: .milliseconds(slow), isDown: down, clock: .system),
            configuration: .init(address: address.bindAddress, serverName: nil),
            onServerRunning: { _ in
                logger.notice("ready", metadata: ["listen": "\(listen)"])
            }, logger: logger)
        let caller = callback.map { url in
            Task { await PostCaller(simulator: simulator, url: url, logger: logger).run() }
        }
        defer { caller?.cancel() }
        try await application.runService()
    }
}
