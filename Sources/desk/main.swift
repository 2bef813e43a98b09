App.main()
