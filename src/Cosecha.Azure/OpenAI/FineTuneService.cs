using System.ClientModel;
using System.ClientModel.Primitives;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Identity;
using Cosecha.Ai;
using Cosecha.FineTuning;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using OpenAI;

namespace Cosecha.Azure.OpenAI;

/// <summary>
/// Fine-tuning at OpenAI, or at Azure OpenAI over its v1 surface, which speaks the same protocol (Microsoft, "Azure OpenAI in Azure AI Foundry
/// Models v1 API"). Nothing is tried again: the caller decides, since a job costs money.
/// </summary>
public sealed class FineTuneService(IOptions<AiOptions> ai, IOptions<FineTuneOptions> options, IConfiguration configuration)
    : IFineTuneService
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(100);

    private readonly Lazy<OpenAIClient> _client = new(() => Create(ai.Value, configuration));

    /// <inheritdoc />
    public async Task<string> UploadAsync(Stream content, string name, CancellationToken cancellationToken)
    {
        using var body = new FileUpload(content, name);
        return (string)(await SendAsync("POST", "files", body, cancellationToken))["id"]!;
    }

    /// <inheritdoc />
    public async Task<bool?> IsReadyAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            var status = (string?)(await GetNodeAsync($"files/{file}", cancellationToken))["status"];
            // A service without a status has read the file when it has taken it.
            return status is null or "processed" ? true
                : status is "error" or "deleted" ? false
                : null;
        }
        catch (FineTuneUnavailableException e) when (e.IsNotFound)
        {
            return false;
        }
    }

    /// <inheritdoc />
    public async Task DeleteAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            await SendAsync("DELETE", $"files/{file}", null, cancellationToken);
        }
        catch (FineTuneUnavailableException e) when (e.IsNotFound)
        {
            // It is gone already.
        }
    }

    /// <inheritdoc />
    public async Task<ServiceJob> StartAsync(FineTuneRecord job, CancellationToken cancellationToken)
    {
        var body = new JsonObject { ["model"] = job.BaseModel, ["training_file"] = job.TrainingFile };
        Add("validation_file", job.ValidationFile);
        Add("suffix", options.Value.Suffix is { Length: > 0 } suffix ? suffix : null);
        Add("seed", options.Value.Seed);
        Add("hyperparameters", options.Value.Epochs is { } epochs ? new JsonObject { ["n_epochs"] = epochs } : null);
        using var content = BinaryContent.Create(BinaryData.FromString(body.ToJsonString()));
        return To(await SendAsync("POST", "fine_tuning/jobs", content, cancellationToken));

        void Add(string name, JsonNode? value)
        {
            if (value is not null)
            {
                body[name] = value;
            }
        }
    }

    /// <inheritdoc />
    public async Task<ServiceJob?> FindByFileAsync(string trainingFile, CancellationToken cancellationToken)
    {
        var jobs = (await GetNodeAsync("fine_tuning/jobs?limit=100", cancellationToken))["data"]?.AsArray() ?? [];
        return jobs.FirstOrDefault(j => (string?)j!["training_file"] == trainingFile) is { } job ? To(job) : null;
    }

    /// <inheritdoc />
    public async Task<ServiceJob> GetAsync(string job, CancellationToken cancellationToken) =>
        To(await GetNodeAsync($"fine_tuning/jobs/{job}", cancellationToken));

    private Task<JsonNode> GetNodeAsync(string path, CancellationToken cancellationToken) =>
        SendAsync("GET", path, null, cancellationToken);

    /// <summary>
    /// Calls the service and reads its answer as plain JSON: the package's own types do not know all that Azure OpenAI says, such as the status
    /// <c>pending</c> of a file, and throw.
    /// </summary>
    private async Task<JsonNode> SendAsync(string method, string path, BinaryContent? body, CancellationToken cancellationToken)
    {
        using var message = _client.Value.Pipeline.CreateMessage();
        message.Apply(new RequestOptions { CancellationToken = cancellationToken });
        message.Request.Method = method;
        message.Request.Uri = new Uri(Base(ai.Value), path);
        message.Request.Headers.Set("Accept", "application/json");
        if (body is not null)
        {
            message.Request.Headers.Set("Content-Type", body.MediaType ?? "application/json");
            message.Request.Content = body;
        }

        try
        {
            await _client.Value.Pipeline.SendAsync(message);
            return Read(message.Response!);
        }
        catch (Exception e) when (StatusOf(e) is { } status && !cancellationToken.IsCancellationRequested)
        {
            throw new FineTuneUnavailableException(status);
        }
    }

    private static JsonNode Read(PipelineResponse answer) =>
        answer.IsError ? throw new FineTuneUnavailableException(answer.Status)
        : answer.Content.ToMemory().IsEmpty ? new JsonObject()
        : JsonNode.Parse(answer.Content.ToStream())!;

    /// <summary>The status of a call that the service did not answer as it should, 0 for no usable answer; null for what is no fault of the service.</summary>
    private static int? StatusOf(Exception exception) =>
        exception switch
        {
            ClientResultException answered => answered.Status,
            AuthenticationFailedException => 401,
            HttpRequestException or IOException or OperationCanceledException or JsonException => 0,
            _ => null,
        };

    private static ServiceJob To(JsonNode job) =>
        new(
            (string)job["id"]!,
            (string)job["status"]!,
            (string?)job["fine_tuned_model"],
            (long?)job["trained_tokens"],
            (string?)(job["error"] as JsonObject)?["code"]
        );

    private static Uri Base(AiOptions ai) => new(ai.Endpoint.TrimEnd('/') + (ai.Service == AiService.AzureOpenAI ? "/openai/v1/" : "/"));

    private static OpenAIClient Create(AiOptions ai, IConfiguration configuration)
    {
        var client = new OpenAIClientOptions
        {
            Endpoint = Base(ai),
            NetworkTimeout = s_timeout,
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
        };
#pragma warning disable OPENAI001 // The constructor that takes an identity is marked as subject to change.
        return ai.Key.Length == 0 && ai.Service == AiService.AzureOpenAI
            ? new OpenAIClient(
                new BearerTokenPolicy(StorageAccount.Identity(configuration), "https://cognitiveservices.azure.com/.default"),
                client
            )
            : new OpenAIClient(new ApiKeyCredential(ai.Key.Length > 0 ? ai.Key : "none"), client);
#pragma warning restore OPENAI001
    }
}
