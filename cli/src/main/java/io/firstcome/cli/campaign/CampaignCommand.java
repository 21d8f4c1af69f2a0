package io.firstcome.cli.campaign;

import com.google.protobuf.Message;

import io.firstcome.api.admin.v1.Campaign;
import io.firstcome.api.admin.v1.GetSimpleCampaignResponse;
import io.firstcome.cli.Terminal;
import io.firstcome.cli.client.AdminOption;
import io.firstcome.cli.client.CallerOfEnvironment;
import io.firstcome.cli.client.ConnectClient;

import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.concurrent.Callable;

/// What the commands of `campaign` have in common: a call of the admin API and its reply, shown to
/// a person or to a program.
abstract class CampaignCommand implements Callable<Integer> {
    private static final String SERVICE = "admin.v1.CampaignService/";

    final Terminal terminal;

    @Mixin private AdminOption admin = new AdminOption();

    @Option(names = "--json", description = "Print the server's JSON as it is.")
    private boolean json;

    CampaignCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public final Integer call() {
        run(
                new ConnectClient(
                        admin.url(),
                        terminal.language(),
                        CallerOfEnvironment.read(terminal.environment())));
        return CommandLine.ExitCode.OK;
    }

    /// Does what the command is for.
    abstract void run(ConnectClient client);

    /// Whether a program reads what is printed.
    final boolean isJson() {
        return json;
    }

    /// Calls a method of the admin API; returns the reply's JSON.
    static String call(ConnectClient client, String method, Message request) {
        return client.call(SERVICE + method, request);
    }

    /// Calls a method whose reply holds a campaign, and shows it.
    final void showCampaign(ConnectClient client, String method, Message request) {
        String reply = call(client, method, request);
        if (json) {
            terminal.out().println(reply);
        } else {
            // Every reply with a campaign has it under the same name.
            Campaign campaign =
                    client.read(reply, GetSimpleCampaignResponse.newBuilder()).getCampaign();
            terminal.out().println(CampaignText.describe(campaign, terminal));
        }
    }
}
