using System.CommandLine;
using Azure;
using Cosecha.Ai;
using Cosecha.Catalog;
using Cosecha.Cli;
using Cosecha.Cli.Client;
using Cosecha.Cli.Datasets;
using Cosecha.Cli.Doctor;
using Microsoft.Extensions.Options;

var root = new RootCommand("Cosecha: from chat messages to training data that may be used.")
{
    AnonymizeCommand.Create(),
    LabelCommand.Create(),
    CalibrateCommand.Create(),
    ExportCommand.Create(),
    DatasetsCommand.Create(),
    DemoCommand.Create(),
    ImportCommand.Create(),
    FailuresCommand.Create(),
    RedriveCommand.Create(),
    DoctorCommand.Create(),
    PackWordsCommand.Create(),
    TrainNamesCommand.Create(),
    CatalogSchemaCommand.Create(),
};
try
{
    return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception e)
    when (e
            is CatalogException
                or JsonLineException
                or CosechaApiException
                or AiUnavailableException
                or OptionsValidationException
                or InvalidDataException
                or IOException
                or UnauthorizedAccessException
    )
{
    // What the caller can mend is a sentence; anything else is a bug, and its stack trace is wanted.
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}
catch (Exception e) when (e is RequestFailedException or AggregateException { InnerException: RequestFailedException })
{
    await Console.Error.WriteLineAsync($"The storage account of AzureWebJobsStorage does not answer as it should: {e.Message}");
    return 1;
}
catch (OperationCanceledException)
{
    return 130;
}
