// swift-tools-version: 6.2
import PackageDescription

let swiftSettings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// Every function in a section of its own, so that the linker can put side by side those that a key runs through.
let lightSettings: [SwiftSetting] =
    swiftSettings + [
        .unsafeFlags(
            ["-Xfrontend", "-function-sections"], .when(platforms: [.linux], configuration: .release))
    ]

/// What `desk` is linked with when it is released: relocations in a sixth of their room, no table of names for
/// plug-ins that there are none of, and the functions that a start and a key run through side by side (`make order`
/// says which). All the rest would be read at every start (docs/architecture.md, "Start and memory").
let lightLinking: [LinkerSetting] = [
    .unsafeFlags(
        [
            "-use-ld=lld", "-Xlinker", "-z", "-Xlinker", "pack-relative-relocs", "-Xlinker",
            "--no-export-dynamic", "-Xlinker", "--symbol-ordering-file", "-Xlinker",
            "\(Context.packageDirectory)/Benchmarks/functions.order", "-Xlinker", "--no-warn-symbol-ordering",
        ],
        .when(platforms: [.linux], configuration: .release))
]

let package = Package(
    name: "desk",
    products: [
        .executable(name: "desk", targets: ["desk"]),
        .executable(name: "central", targets: ["central"]),
        .executable(name: "desk-print", targets: ["Printing"]),
        .executable(name: "desk-preview", targets: ["Preview"]),
        .library(name: "TUI", targets: ["TUI"]),
        .library(name: "TUITesting", targets: ["TUITesting"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.30.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        .target(
            name: "CNcurses",
            linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
        .target(name: "CCurl"),
        .target(name: "CKeyring"),
        .target(name: "CDeflate", linkerSettings: [.linkedLibrary("z")]),
        .target(name: "CSQLiteSettings", linkerSettings: [.linkedLibrary("sqlite3")]),
        .systemLibrary(
            name: "CPango", pkgConfig: "pangocairo",
            providers: [.apt(["libpango1.0-dev", "libcairo2-dev"])]),
        .systemLibrary(name: "CZint", providers: [.apt(["libzint-dev"])]),
        .systemLibrary(
            name: "CQrencode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
        .systemLibrary(
            name: "CPixbuf", pkgConfig: "gdk-pixbuf-2.0",
            providers: [.apt(["libgdk-pixbuf-2.0-dev"])]),
        .systemLibrary(
            name: "CPoppler", pkgConfig: "poppler-glib",
            providers: [.apt(["libpoppler-glib-dev"])]),

        .target(name: "Forms", swiftSettings: lightSettings),
        .target(name: "Models", dependencies: ["Forms"], swiftSettings: lightSettings),
        .target(
            name: "TUI",
            dependencies: ["Forms", "CNcurses"],
            swiftSettings: lightSettings),
        .target(name: "TUITesting", dependencies: ["TUI"], swiftSettings: swiftSettings),
        .target(
            name: "APIClient",
            dependencies: [
                "Models", "Forms", "CCurl", "CKeyring",
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: lightSettings),
        .executableTarget(
            name: "Printing", dependencies: ["Models", "CPango", "CZint", "CQrencode"],
            swiftSettings: swiftSettings),
        .executableTarget(
            name: "Preview", dependencies: ["Forms", "CPixbuf", "CPoppler"], swiftSettings: swiftSettings),
        .executableTarget(
            name: "desk",
            dependencies: [
                "TUI", "APIClient", "Models", "Forms",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: lightSettings, linkerSettings: lightLinking),
        .executableTarget(
            name: "central",
            dependencies: [
                "Models", "Forms", "CDeflate", "CSQLiteSettings",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdTLS", package: "hummingbird"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            resources: [.copy("Training/Data"), .copy("openapi.yaml")],
            swiftSettings: swiftSettings),

        .testTarget(name: "FormsTests", dependencies: ["Forms", "TUITesting"], swiftSettings: swiftSettings),
        .testTarget(
            name: "ModelsTests", dependencies: ["Models", "Forms"], exclude: ["vietqr.py"],
            swiftSettings: swiftSettings),
        .testTarget(
            name: "TUITests", dependencies: ["TUI", "TUITesting", "Forms"], swiftSettings: swiftSettings),
        .testTarget(
            name: "APIClientTests", dependencies: ["APIClient", "Models", "Forms"],
            swiftSettings: swiftSettings),
        .testTarget(
            name: "PrintingTests", dependencies: ["Printing", "Preview", "Models", "Forms"],
            swiftSettings: swiftSettings),
        .testTarget(
            name: "deskTests",
            dependencies: [
                "desk", "TUI", "TUITesting", "APIClient", "Models", "Forms",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: swiftSettings),
        .testTarget(
            name: "centralTests",
            dependencies: [
                "central", "Models", "Forms", "TUI", "TUITesting",
                .product(name: "HummingbirdTesting", package: "hummingbird"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: swiftSettings),
        .testTarget(
            name: "EndToEnd",
            dependencies: [
                "APIClient", "Models", "Forms", .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: swiftSettings),
    ]
)
