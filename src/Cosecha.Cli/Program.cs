using System.CommandLine;
using Cosecha.Cli;

var root = new RootCommand("Cosecha: from chat messages to training data that may be used.")
{
    AnonymizeCommand.Create(),
    LabelCommand.Create(),
    CalibrateCommand.Create(),
    DemoCommand.Create(),
    RedriveCommand.Create(),
    PackWordsCommand.Create(),
    TrainNamesCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
