using System.CommandLine;
using Cosecha.Cli;

var root = new RootCommand("Cosecha: turns chatbot messages into lawful training data.")
{
    AnonymizeCommand.Create(),
    LabelCommand.Create(),
    CalibrateCommand.Create(),
    TrainNamesCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
